package org.yilianti.rotation.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Changes the terms of an agreement: one institution proposes, the other consents, refuses, or the first takes it back. */
@Component
@Transactional
public class AmendmentManagement {

    private final PracticeAgreements agreements;
    private final Amendments amendments;
    private final AgreementManagement management;
    private final Institutions institutions;
    private final Members members;
    private final Sights sights;
    private final AmendmentNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    AmendmentManagement(
            PracticeAgreements agreements,
            Amendments amendments,
            AgreementManagement management,
            Institutions institutions,
            Members members,
            Sights sights,
            AmendmentNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.agreements = agreements;
        this.amendments = amendments;
        this.management = management;
        this.institutions = institutions;
        this.members = members;
        this.sights = sights;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param side home or host; null when the caller is registrar of only one of them */
    public Amendment propose(
            Caller caller,
            UUID agreementId,
            @Nullable ExpectedVersion expected,
            @Nullable Side side,
            LocalDate effectiveFrom,
            AgreementTerms terms,
            String reason) {
        PracticeAgreement agreement = locked(caller, agreementId);
        Institution proposer = office(caller, agreement, side);
        ExpectedVersion.checkIfSent(expected, agreement.version());
        Amendment proposed = Amendment.proposed(
                agreement, proposer.id(), effectiveFrom, terms, reason, caller.name(), clock.instant(), today());
        amendments.insert(proposed);
        notices.tell(agreement, proposed);
        record(caller, proposed, proposer, Map.of("effectiveFrom", effectiveFrom, "reason", reason, "terms", terms));
        return proposed;
    }

    /** Brings the other terms into the agreement, from their day on. */
    public Amendment consent(
            Caller caller, UUID agreementId, UUID id, @Nullable ExpectedVersion expected, @Nullable String note) {
        PracticeAgreement agreement = locked(caller, agreementId);
        Amendment found = find(agreement, id, expected);
        Institution other = otherOffice(caller, agreement, found);
        Amendment consented = found.consented(agreement, decision(caller, note), today());
        management.amend(agreement, agreement.amended(consented, clock.instant()));
        return settle(caller, agreement, consented, other);
    }

    public Amendment refuse(
            Caller caller, UUID agreementId, UUID id, @Nullable ExpectedVersion expected, String reason) {
        PracticeAgreement agreement = locked(caller, agreementId);
        Amendment found = find(agreement, id, expected);
        return settle(
                caller, agreement, found.refused(decision(caller, reason)), otherOffice(caller, agreement, found));
    }

    public Amendment withdraw(
            Caller caller, UUID agreementId, UUID id, @Nullable ExpectedVersion expected, String reason) {
        PracticeAgreement agreement = locked(caller, agreementId);
        Amendment found = find(agreement, id, expected);
        Institution own = institution(agreement, found.proposedFor());
        caller.require(own.code(), Role.REGISTRAR);
        return settle(caller, agreement, found.withdrawn(decision(caller, reason)), own);
    }

    private Amendment settle(Caller caller, PracticeAgreement agreement, Amendment settled, Institution office) {
        amendments.settle(settled);
        notices.tell(agreement, settled);
        record(caller, settled, office, Map.of("agreement", settled.agreementId(), "version", settled.version()));
        return settled;
    }

    private PracticeAgreement locked(Caller caller, UUID id) {
        var sight = sights.of(caller, Role.REGISTRAR).officeOnly();
        PracticeAgreement found =
                agreements.find(sight, id).orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
        members.lock(found.association(), Set.of(found.memberId()));
        return agreements.find(sight, id).orElseThrow();
    }

    private Amendment find(PracticeAgreement agreement, UUID id, @Nullable ExpectedVersion expected) {
        Amendment found = amendments.find(agreement, id).orElseThrow(() -> Refusal.notFound("amendment.unknown", id));
        ExpectedVersion.checkIfSent(expected, found.version());
        return found;
    }

    private Institution office(Caller caller, PracticeAgreement agreement, @Nullable Side side) {
        InstitutionScope scope = caller.scope(Role.REGISTRAR);
        List<Institution> offices = List.of(Side.HOME, Side.HOST).stream()
                .filter(one -> side == null || side == one)
                .map(one -> institution(agreement, one.of(agreement)))
                .filter(one -> scope.permits(one.code()))
                .toList();
        if (offices.isEmpty()) {
            throw Refusal.forbidden("access.institution", String.valueOf(side));
        }
        if (offices.size() > 1) {
            throw Refusal.invalid("amendment.side-missing").at("/side");
        }
        return offices.getFirst();
    }

    /** The institution that did not propose; the caller must be its registrar. */
    private Institution otherOffice(Caller caller, PracticeAgreement agreement, Amendment amendment) {
        Institution other = institution(
                agreement,
                amendment.proposedFor().equals(agreement.homeInstitutionId())
                        ? agreement.hostInstitutionId()
                        : agreement.homeInstitutionId());
        caller.require(other.code(), Role.REGISTRAR);
        return other;
    }

    private Institution institution(PracticeAgreement agreement, UUID id) {
        return institutions.find(agreement.association(), id).orElseThrow();
    }

    private AmendmentDecision decision(Caller caller, @Nullable String note) {
        Instant now = clock.instant();
        return new AmendmentDecision(caller.name(), now, note);
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }

    private void record(Caller caller, Amendment amendment, Institution office, Map<String, Object> detail) {
        audit.record(AuditRecord.of(
                caller,
                "agreement-amendment." + amendment.state().code(),
                "agreement-amendment",
                amendment.id(),
                office.code(),
                detail));
    }
}
