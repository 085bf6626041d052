package org.yilianti.rotation.swap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.roster.Handover;

/**
 * Two people exchange duties, or one gives a duty to the other. Immutable: each verb checks who, and gives the changed one.
 *
 * @param wanted null when the offered duty is given away
 * @param decidedBy who approved or refused
 */
public record DutySwap(
        UUID id,
        UUID association,
        long version,
        UUID offeringMemberId,
        SwapSide offered,
        UUID partnerMemberId,
        @Nullable SwapSide wanted,
        SwapState state,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    static DutySwap asked(
            UUID association, UUID offering, SwapSide offered, UUID partner, @Nullable SwapSide wanted, Instant now) {
        return new DutySwap(
                Ids.next(), association, 1, offering, offered, partner, wanted, SwapState.ASKED, now, null, null);
    }

    DutySwap accept(@Nullable UUID member) {
        requirePartner(member);
        return to(SwapState.ASKED, SwapState.ACCEPTED, null, null);
    }

    DutySwap decline(@Nullable UUID member, @Nullable String why) {
        requirePartner(member);
        return to(SwapState.ASKED, SwapState.DECLINED, null, why);
    }

    DutySwap withdraw(@Nullable UUID member, @Nullable String why) {
        if (!offeringMemberId.equals(member)) {
            throw Refusal.forbidden("swap.not-yours");
        }
        return to(state.pending() ? state : SwapState.ASKED, SwapState.WITHDRAWN, null, why);
    }

    DutySwap approve(String actor, @Nullable UUID member) {
        requireOutsider(member);
        return to(SwapState.ACCEPTED, SwapState.APPROVED, actor, null);
    }

    DutySwap refuse(String actor, @Nullable UUID member, String why) {
        requireOutsider(member);
        return to(SwapState.ACCEPTED, SwapState.REFUSED, actor, why);
    }

    /** What the swap means for the duties. */
    public List<Handover> handovers() {
        List<Handover> handovers = new ArrayList<>();
        handovers.add(new Handover(offered.dutyId(), offeringMemberId, partnerMemberId));
        if (wanted != null) {
            handovers.add(new Handover(wanted.dutyId(), partnerMemberId, offeringMemberId));
        }
        return handovers;
    }

    private void requirePartner(@Nullable UUID member) {
        if (!partnerMemberId.equals(member)) {
            throw Refusal.forbidden("swap.not-asked");
        }
    }

    private void requireOutsider(@Nullable UUID member) {
        if (offeringMemberId.equals(member) || partnerMemberId.equals(member)) {
            throw Refusal.forbidden("swap.own");
        }
    }

    private DutySwap to(SwapState expected, SwapState next, @Nullable String actor, @Nullable String why) {
        if (state != expected) {
            throw Refusal.conflict("swap.state", state.code(), expected.code());
        }
        return new DutySwap(
                id,
                association,
                version + 1,
                offeringMemberId,
                offered,
                partnerMemberId,
                wanted,
                next,
                askedAt,
                actor,
                why);
    }
}
