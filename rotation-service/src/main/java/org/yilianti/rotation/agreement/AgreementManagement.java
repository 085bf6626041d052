package org.yilianti.rotation.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Concludes, suspends, resumes and ends agreements; each change with its event and audit row in one transaction. */
@Component
@Transactional
public class AgreementManagement {

    private final PracticeAgreements agreements;
    private final AgreementJournal journal;
    private final AgreementRoom room;
    private final Institutions institutions;
    private final Members members;
    private final Sights sights;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AgreementManagement(
            PracticeAgreements agreements,
            AgreementJournal journal,
            AgreementRoom room,
            Institutions institutions,
            Members members,
            Sights sights,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agreements = agreements;
        this.journal = journal;
        this.room = room;
        this.institutions = institutions;
        this.members = members;
        this.sights = sights;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings an agreement into force; the caller holds the member's lock. Refuses a second one for the same site and time, and a timetable
     * that nobody could keep beside the others.
     */
    public void conclude(Caller caller, PracticeAgreement agreement, String hostCode) {
        TermsRules.check(agreement.terms());
        room.require(agreement);
        journal.insert(agreement);
        outbox.publish(AgreementChanged.of(agreement));
        audit.record(AuditRecord.of(
                caller, "agreement.concluded", "practice-agreement", agreement.id(), hostCode, agreement.terms()));
    }

    /** Keeps other terms to which both sides have agreed; the caller holds the member's lock. */
    void amend(PracticeAgreement before, PracticeAgreement amended) {
        room.require(amended);
        journal.keepTerms(amended, before.versions().size());
        announce(List.of(amended), false);
    }

    private String code(PracticeAgreement agreement) {
        return institutions
                .find(agreement.association(), agreement.hostInstitutionId())
                .orElseThrow()
                .code();
    }

    /** Ends an agreement before its term, by decision of a registrar of either side. */
    public PracticeAgreement end(Caller caller, UUID id, LocalDate from, String reason) {
        return decide(
                caller,
                id,
                "agreement.ended",
                Map.of("from", from, "reason", reason),
                found -> found.ended(from, reason));
    }

    /** Suspends an agreement by decision of a registrar of either side. */
    public PracticeAgreement suspend(Caller caller, UUID id, LocalDate from, String reason) {
        return decide(
                caller,
                id,
                "agreement.suspended",
                Map.of("from", from, "reason", reason),
                found -> found.suspended(from, reason, today()));
    }

    /** Lifts what a registrar decided; a cause of another kind still suspends it. */
    public PracticeAgreement resume(Caller caller, UUID id) {
        return decide(caller, id, "agreement.resumed", Map.of(), found -> found.resumed(today()));
    }

    /**
     * Keeps a renewed insurance as another version of the terms.
     *
     * @param wanted first day on which the agreement rests on it; today, or the first day of the term, when null. Never a day gone by
     */
    public PracticeAgreement insure(Caller caller, UUID id, Insurance insurance, @Nullable LocalDate wanted) {
        PracticeAgreement found = locked(caller, id);
        LocalDate start = found.terms().term().from();
        LocalDate earliest = start.isAfter(today()) ? start : today();
        LocalDate from = wanted == null ? earliest : wanted;
        if (from.isBefore(earliest)) {
            throw Refusal.invalid("insurance.backdated", from, earliest).at("/validFrom");
        }
        PracticeAgreement insured = found.insured(insurance, from, clock.instant());
        journal.keepTerms(insured, found.versions().size());
        record(
                caller,
                insured,
                "agreement.insured",
                Map.of("insurer", insurance.insurer(), "from", from, "validTo", insurance.validTo()));
        announce(List.of(insured), false);
        return seen(caller, id);
    }

    /**
     * Keeps agreements that a rule has changed; the caller has read them under their members' locks.
     *
     * @param cause what made the rule look, as the actor in the audit trail: {@code system:<cause>}
     */
    public void changedByRule(List<PracticeAgreement> changed, String cause) {
        if (!changed.isEmpty()) {
            keep(changed, true);
            audit.record(changed.stream().map(one -> changedByRule(one, cause)).toList());
        }
    }

    private PracticeAgreement decide(
            Caller caller, UUID id, String action, Object detail, UnaryOperator<PracticeAgreement> verb) {
        PracticeAgreement changed = verb.apply(locked(caller, id));
        record(caller, changed, action, detail);
        keep(List.of(changed), false);
        return seen(caller, id);
    }

    private PracticeAgreement locked(Caller caller, UUID id) {
        PracticeAgreement found = seen(caller, id);
        members.lock(found.association(), Set.of(found.memberId()));
        return seen(caller, id);
    }

    private PracticeAgreement seen(Caller caller, UUID id) {
        return agreements
                .find(sights.of(caller, Role.REGISTRAR), id)
                .orElseThrow(() -> Refusal.notFound("agreement.unknown", id));
    }

    private void record(Caller caller, PracticeAgreement agreement, String action, Object detail) {
        audit.record(AuditRecord.of(caller, action, "practice-agreement", agreement.id(), code(agreement), detail));
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }

    private void keep(List<PracticeAgreement> changed, boolean byRule) {
        journal.update(changed);
        announce(changed, byRule);
    }

    private void announce(List<PracticeAgreement> changed, boolean byRule) {
        outbox.publish(changed.stream().map(AgreementChanged::of).toList());
        changed.stream()
                .collect(Collectors.groupingBy(
                        PracticeAgreement::association,
                        Collectors.mapping(PracticeAgreement::memberId, Collectors.toSet())))
                .forEach((association, memberIds) ->
                        events.publishEvent(new AgreementsChanged(association, memberIds, byRule)));
    }

    private static AuditRecord changedByRule(PracticeAgreement agreement, String cause) {
        return new AuditRecord(
                agreement.association(),
                "system:" + cause,
                "agreement." + agreement.standing().status().code(),
                "practice-agreement",
                agreement.id().toString(),
                null,
                agreement.standing());
    }
}
