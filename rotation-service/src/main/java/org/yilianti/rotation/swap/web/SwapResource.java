package org.yilianti.rotation.swap.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.swap.DutySwap;
import org.yilianti.rotation.swap.SwapSide;
import org.yilianti.rotation.swap.SwapState;

/**
 * A swap as callers see it.
 *
 * @param obstacles what stands in the way as things are now, told for one pending swap; else empty
 */
record SwapResource(
        UUID id,
        long version,
        SwapState state,
        UUID offeringMemberId,
        UUID offeredDutyId,
        UUID partnerMemberId,
        @Nullable UUID wantedDutyId,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        List<SwapObstacle> obstacles) {

    /** A rule that the swap would break. */
    record SwapObstacle(String code, String message) {}

    static SwapResource of(DutySwap swap, List<SwapObstacle> obstacles) {
        SwapSide wanted = swap.wanted();
        return new SwapResource(
                swap.id(),
                swap.version(),
                swap.state(),
                swap.offeringMemberId(),
                swap.offered().dutyId(),
                swap.partnerMemberId(),
                wanted == null ? null : wanted.dutyId(),
                swap.askedAt(),
                swap.decidedBy(),
                swap.reason(),
                obstacles);
    }
}
