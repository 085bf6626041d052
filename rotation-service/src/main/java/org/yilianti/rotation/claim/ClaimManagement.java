package org.yilianti.rotation.claim;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.Handovers;

/** Takes claims through their life. */
@Component
@Transactional
public class ClaimManagement {

    private final DutyClaims claims;
    private final Duties duties;
    private final Handovers handovers;
    private final Members members;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimManagement(
            DutyClaims claims,
            Duties duties,
            Handovers handovers,
            Members members,
            Sights sights,
            AuditTrail audit,
            Clock clock) {
        this.claims = claims;
        this.duties = duties;
        this.handovers = handovers;
        this.members = members;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Claims an open duty for oneself; refuses (422) with the rules that stand in the way already. */
    public DutyClaim claim(Caller caller, UUID dutyId) {
        UUID own = Optional.ofNullable(sights.of(caller).ownMemberId())
                .orElseThrow(() -> Refusal.forbidden("claim.not-staff"));
        members.lock(caller.association(), Set.of(own));
        Duty duty = duties.inForce(caller.association(), List.of(dutyId)).get(dutyId);
        if (duty == null) {
            throw Refusal.notFound("duty.unknown", dutyId);
        }
        if (duty.status() != DutyStatus.OPEN) {
            throw Refusal.conflict("duty.not-open", dutyId);
        }
        if (claims.pending(dutyId, own)) {
            throw Refusal.conflict("claim.twice");
        }
        List<Violation> violations = handovers.preview(caller.association(), List.of(new Handover(dutyId, null, own)));
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        DutyClaim made = DutyClaim.made(duty, own, clock.instant());
        claims.insert(made);
        record(caller, made);
        return made;
    }

    /** Gives the duty to who claimed it; of two grants at once one wins. */
    public DutyClaim grant(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        DutyClaim granted = step(
                caller,
                id,
                expected,
                sights.inScope(caller, Role.SCHEDULER),
                (claim, member) -> claim.grant(caller.name(), member));
        handovers.carryOut(caller, List.of(new Handover(granted.dutyId(), null, granted.memberId())), "claim");
        claims.refuseOthers(granted, caller.name());
        return granted;
    }

    public DutyClaim refuse(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        return step(
                caller,
                id,
                expected,
                sights.inScope(caller, Role.SCHEDULER),
                (claim, member) -> claim.refuse(caller.name(), member, why));
    }

    public DutyClaim withdraw(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, sights.of(caller), DutyClaim::withdraw);
    }

    private DutyClaim step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            Sight sight,
            BiFunction<DutyClaim, @Nullable UUID, DutyClaim> verb) {
        DutyClaim found = claims.find(sight, id).orElseThrow(() -> Refusal.notFound("claim.unknown", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        DutyClaim changed = verb.apply(found, sights.of(caller).ownMemberId());
        if (!claims.update(changed)) {
            throw Refusal.conflict("claim.decided-meanwhile");
        }
        record(caller, changed);
        return changed;
    }

    private void record(Caller caller, DutyClaim claim) {
        audit.record(AuditRecord.of(
                caller,
                "duty-claim." + claim.state().code(),
                "duty-claim",
                claim.id(),
                null,
                Map.of("dutyId", claim.dutyId(), "memberId", claim.memberId())));
    }
}
