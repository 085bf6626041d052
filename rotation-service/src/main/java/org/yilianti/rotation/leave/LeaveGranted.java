package org.yilianti.rotation.leave;

import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/** Somebody must not work on these days; heard inside the transaction that decided it. */
public record LeaveGranted(UUID association, UUID memberId, DatePeriod days) {}
