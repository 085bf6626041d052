package org.yilianti.rotation.swap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.Handovers;

/** Takes swaps through their life. */
@Component
@Transactional
public class SwapManagement {

    private final DutySwaps swaps;
    private final Duties duties;
    private final Handovers handovers;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    SwapManagement(DutySwaps swaps, Duties duties, Handovers handovers, Sights sights, AuditTrail audit, Clock clock) {
        this.swaps = swaps;
        this.duties = duties;
        this.handovers = handovers;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Offers one's own duty to a colleague.
     *
     * @param wantedDutyId the colleague's duty in return; null to give the duty away
     */
    public DutySwap ask(Caller caller, UUID offeredDutyId, UUID partner, @Nullable UUID wantedDutyId) {
        UUID own = Optional.ofNullable(sights.of(caller).ownMemberId())
                .orElseThrow(() -> Refusal.forbidden("swap.not-yours"));
        if (own.equals(partner)) {
            throw Refusal.invalid("swap.with-oneself").at("/partnerMemberId");
        }
        SwapSide offered = side(caller, offeredDutyId, own, "/offeredDutyId");
        SwapSide wanted = wantedDutyId == null ? null : side(caller, wantedDutyId, partner, "/wantedDutyId");
        DutySwap asked = DutySwap.asked(caller.association(), own, offered, partner, wanted, clock.instant());
        swaps.insert(asked);
        record(caller, asked);
        return asked;
    }

    public DutySwap accept(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, DutySwap::accept);
    }

    public DutySwap decline(Caller caller, UUID id, @Nullable ExpectedVersion expected, @Nullable String why) {
        return step(caller, id, expected, (swap, member) -> swap.decline(member, why));
    }

    public DutySwap withdraw(Caller caller, UUID id, @Nullable ExpectedVersion expected, @Nullable String why) {
        return step(caller, id, expected, (swap, member) -> swap.withdraw(member, why));
    }

    /** Approves, and the duties change hands; refuses with every rule that stands in the way by now. */
    public DutySwap approve(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        requirePlanner(caller, id);
        DutySwap approved = step(caller, id, expected, (swap, member) -> swap.approve(caller.name(), member));
        handovers.carryOut(caller, approved.handovers(), "swap");
        return approved;
    }

    /** Refuses, also when a newer plan has taken the place of what the swap was about. */
    public DutySwap refuse(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        requirePlanner(caller, id);
        return step(caller, id, expected, (swap, member) -> swap.refuse(caller.name(), member, why));
    }

    /** Only who plans at the sites of all duties decides. */
    private void requirePlanner(Caller caller, UUID id) {
        Sight planned = sights.inScope(caller, Role.SCHEDULER);
        DutySwap swap = swaps.find(planned, id).orElseThrow(() -> Refusal.notFound("swap.unknown", id));
        for (Handover handover : swap.handovers()) {
            if (duties.findPlanned(planned, handover.dutyId()).isEmpty()) {
                throw Refusal.forbidden("swap.other-site");
            }
        }
    }

    private DutySwap step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            BiFunction<DutySwap, @Nullable UUID, DutySwap> verb) {
        Sight sight = sights.of(caller, Role.SCHEDULER);
        DutySwap found = swaps.find(sight, id).orElseThrow(() -> Refusal.notFound("swap.unknown", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        DutySwap changed = verb.apply(found, sight.ownMemberId());
        if (!swaps.update(changed)) {
            throw Refusal.conflict("swap.decided-meanwhile");
        }
        record(caller, changed);
        return changed;
    }

    private SwapSide side(Caller caller, UUID dutyId, UUID holder, String pointer) {
        Duty duty = duties.inForce(caller.association(), List.of(dutyId)).get(dutyId);
        if (duty == null || !holder.equals(duty.memberId())) {
            throw Refusal.invalid("swap.not-held", dutyId).at(pointer);
        }
        return new SwapSide(duty.id(), duty.institutionId());
    }

    private void record(Caller caller, DutySwap swap) {
        audit.record(AuditRecord.of(
                caller,
                "duty-swap." + swap.state().code(),
                "duty-swap",
                swap.id(),
                null,
                Map.of("offered", swap.offered().dutyId(), "partner", swap.partnerMemberId())));
    }
}
