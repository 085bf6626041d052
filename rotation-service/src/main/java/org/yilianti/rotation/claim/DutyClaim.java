package org.yilianti.rotation.claim;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.roster.Duty;

/** Somebody would like to have an open duty. Immutable: each verb gives the changed one. */
public record DutyClaim(
        UUID id,
        UUID association,
        long version,
        UUID dutyId,
        UUID institutionId,
        UUID memberId,
        ClaimState state,
        Instant claimedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static DutyClaim made(Duty duty, UUID member, Instant now) {
        return new DutyClaim(
                Ids.next(),
                duty.association(),
                1,
                duty.id(),
                duty.institutionId(),
                member,
                ClaimState.CLAIMED,
                now,
                null,
                null);
    }

    DutyClaim grant(String actor, @Nullable UUID member) {
        requireOther(member);
        return to(ClaimState.GRANTED, actor, null);
    }

    DutyClaim refuse(String actor, @Nullable UUID member, String why) {
        requireOther(member);
        return to(ClaimState.REFUSED, actor, why);
    }

    DutyClaim withdraw(@Nullable UUID member) {
        if (!memberId.equals(member)) {
            throw Refusal.forbidden("claim.not-yours");
        }
        return to(ClaimState.WITHDRAWN, null, null);
    }

    private void requireOther(@Nullable UUID member) {
        if (memberId.equals(member)) {
            throw Refusal.forbidden("claim.own");
        }
    }

    private DutyClaim to(ClaimState next, @Nullable String actor, @Nullable String why) {
        if (state != ClaimState.CLAIMED) {
            throw Refusal.conflict("claim.state", state.code());
        }
        return new DutyClaim(
                id, association, version + 1, dutyId, institutionId, memberId, next, claimedAt, actor, why);
    }
}
