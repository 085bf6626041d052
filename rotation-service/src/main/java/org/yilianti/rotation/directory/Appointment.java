package org.yilianti.rotation.directory;

import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/**
 * A post a member holds at an institution.
 *
 * @param ftePercent share of full time, 1 to 100
 * @param main whether the institution is the member's main one
 */
public record Appointment(
        UUID id, UUID memberId, UUID institutionId, int ftePercent, boolean main, DatePeriod period) {}
