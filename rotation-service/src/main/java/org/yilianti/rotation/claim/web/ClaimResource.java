package org.yilianti.rotation.claim.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.claim.ClaimState;
import org.yilianti.rotation.claim.DutyClaim;

/** A claim as callers see it. */
record ClaimResource(
        UUID id,
        long version,
        UUID dutyId,
        UUID institutionId,
        UUID memberId,
        ClaimState state,
        Instant claimedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static ClaimResource of(DutyClaim claim) {
        return new ClaimResource(
                claim.id(),
                claim.version(),
                claim.dutyId(),
                claim.institutionId(),
                claim.memberId(),
                claim.state(),
                claim.claimedAt(),
                claim.decidedBy(),
                claim.reason());
    }
}
