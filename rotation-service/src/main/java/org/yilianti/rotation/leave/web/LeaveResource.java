package org.yilianti.rotation.leave.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.leave.LeaveKind;
import org.yilianti.rotation.leave.LeaveRequest;
import org.yilianti.rotation.leave.LeaveState;

/** Leave as callers see it; {@code to} is exclusive. */
record LeaveResource(
        UUID id,
        long version,
        UUID memberId,
        UUID homeInstitutionId,
        LeaveKind kind,
        LocalDate from,
        LocalDate to,
        LeaveState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static LeaveResource of(LeaveRequest request) {
        return new LeaveResource(
                request.id(),
                request.version(),
                request.memberId(),
                request.homeInstitutionId(),
                request.kind(),
                request.days().from(),
                Objects.requireNonNull(request.days().to()),
                request.state(),
                request.requestedBy(),
                request.requestedAt(),
                request.decidedBy(),
                request.reason());
    }
}
