package org.yilianti.platform.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of a policy as it was proposed, and what became of it.
 *
 * @param version place among the approved versions, from 1; null unless approved
 * @param validFrom first day on which it holds
 * @param settings JSON of the policy's record
 * @param decidedBy another person than {@code proposedBy}; null while undecided
 */
record PolicyVersion(
        UUID id,
        String name,
        @Nullable Integer version,
        LocalDate validFrom,
        String settings,
        String reason,
        Standing standing,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {

    /** Where a proposal stands. */
    enum Standing {
        PROPOSED,
        APPROVED,
        REFUSED
    }
}
