package org.yilianti.staff.remediation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course or exam of a case.
 *
 * @param programme the course of training that it is
 * @param passedOn last day of the session that was passed after the case was opened; null until then
 */
public record RemediationTask(
        UUID programme,
        String title,
        boolean exam,
        @Nullable LocalDate passedOn) {}
