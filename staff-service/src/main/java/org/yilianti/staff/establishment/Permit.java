package org.yilianti.staff.establishment;

import java.time.Instant;
import java.util.UUID;
import org.yilianti.platform.time.DatePeriod;

/**
 * Leave of the association to employ more people than a line says.
 *
 * @param extra how many more
 */
public record Permit(
        UUID id, UUID post, int extra, DatePeriod valid, String reason, Instant grantedAt, String grantedBy) {}
