package org.yilianti.incentive.appeal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.appeal.Appeal;

/**
 * An appeal as callers see it.
 *
 * @param indicator null when the line itself is contested
 * @param overdue whether it should have been decided by now
 */
record AppealAnswer(
        UUID id,
        long version,
        UUID runId,
        UUID statementId,
        String staffNo,
        String institutionCode,
        @Nullable String indicator,
        String text,
        String evidence,
        String status,
        Instant lodgedAt,
        LocalDate dueOn,
        boolean overdue,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    static AppealAnswer of(Appeal one, LocalDate today) {
        return new AppealAnswer(
                one.id(),
                one.version(),
                one.run().value(),
                one.statement(),
                one.staffNo(),
                one.institutionCode(),
                one.indicator().isEmpty() ? null : one.indicator(),
                one.text(),
                one.evidence(),
                one.status().code(),
                one.lodgedAt(),
                one.due(),
                one.overdue(today),
                one.decidedBy(),
                one.decidedAt(),
                one.reason());
    }
}
