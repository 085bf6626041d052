package org.yilianti.rotation.limit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.limit.LimitState;
import org.yilianti.rotation.limit.PersonalLimit;
import org.yilianti.rotation.roster.LimitValues;

/** An exception as callers see it; {@code to} is exclusive. */
record LimitResource(
        UUID id,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        LocalDate from,
        LocalDate to,
        LimitValues limits,
        String reason,
        LimitState state,
        boolean secondPerson,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {

    static LimitResource of(PersonalLimit limit) {
        return new LimitResource(
                limit.id(),
                limit.version(),
                limit.memberId(),
                limit.homeInstitutionId(),
                limit.days().from(),
                Objects.requireNonNull(limit.days().to()),
                limit.values(),
                limit.reason(),
                limit.state(),
                limit.secondPerson(),
                limit.requestedBy(),
                limit.requestedAt(),
                limit.decidedBy(),
                limit.decisionReason());
    }
}
