package org.yilianti.rotation.practice;

import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/** Days on which somebody is posted to a host; they end. */
public record PostedDays(UUID hostInstitutionId, DatePeriod days) {}
