package org.yilianti.rotation.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;

/** Concludes, suspends, resumes and ends agreements; each change with its event and audit row in one transaction. */
@Component
@Transactional
public class AgreementManagement {

    private final PracticeAgreements agreements;
    private final AgreementBook book;
    private final AgreementRoom room;
    private final Members members;
    private final Sights sights;
    private final Clock clock;

    AgreementManagement(
            PracticeAgreements agreements,
            AgreementBook book,
            AgreementRoom room,
            Members members,
            Sights sights,
            Clock clock) {
        this.agreements = agreements;
        this.book = book;
        this.room = room;
        this.members = members;
        this.sights = sights;
        this.clock = clock;
    }

    /**
     * Brings an agreement into force; the caller holds the member's lock. Refuses a second one for the same site and time, and a timetable
     * that nobody could keep beside the others.
     */
    public void conclude(Caller caller, PracticeAgreement agreement) {
        TermsRules.check(agreement.terms());
        room.require(agreement);
        book.keepNew(caller, agreement);
    }

    /** Keeps other terms to which both sides have agreed; the caller holds the member's lock. */
    void amend(PracticeAgreement before, PracticeAgreement amended) {
        room.require(amended);
        book.keepTerms(before, amended);
    }

    /** Ends an agreement before its term, by decision of a registrar of either side. */
    public PracticeAgreement end(
            Caller caller, UUID id, @Nullable ExpectedVersion expected, LocalDate from, String reason) {
        return decide(
                caller,
                id,
                expected,
                "agreement.ended",
                Map.of("from", from, "reason", reason),
                found -> found.ended(from, reason));
    }

    /** Suspends an agreement by decision of a registrar of either side. */
    public PracticeAgreement suspend(
            Caller caller, UUID id, @Nullable ExpectedVersion expected, LocalDate from, String reason) {
        return decide(
                caller,
                id,
                expected,
                "agreement.suspended",
                Map.of("from", from, "reason", reason),
                found -> found.suspended(from, reason, today()));
    }

    /** Lifts what a registrar decided; a cause of another kind still suspends it. */
    public PracticeAgreement resume(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return decide(caller, id, expected, "agreement.resumed", Map.of(), found -> found.resumed(today()));
    }

    /**
     * Keeps a renewed insurance as another version of the terms.
     *
     * @param wanted first day on which the agreement rests on it; today, or the first day of the term, when null. Never a day gone by
     */
    public PracticeAgreement insure(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            Insurance insurance,
            @Nullable LocalDate wanted) {
        PracticeAgreement found = locked(caller, id);
        ExpectedVersion.checkIfSent(expected, found.version());
        LocalDate start = found.terms().term().from();
        LocalDate earliest = start.isAfter(today()) ? start : today();
        LocalDate from = wanted == null ? earliest : wanted;
        if (from.isBefore(earliest)) {
            throw Refusal.invalid("insurance.backdated", from, earliest).at("/validFrom");
        }
        PracticeAgreement insured = found.insured(insurance, from, clock.instant());
        book.record(
                caller,
                insured,
                "agreement.insured",
                Map.of("insurer", insurance.insurer(), "from", from, "validTo", insurance.validTo()));
        book.keepTerms(found, insured);
        return seen(caller, id);
    }

    /**
     * Keeps agreements that a rule has changed; the caller has read them under their members' locks.
     *
     * @param cause what made the rule look, as the actor in the audit trail: {@code system:<cause>}
     */
    public void changedByRule(List<PracticeAgreement> changed, String cause) {
        if (!changed.isEmpty()) {
            book.keepRuled(changed, cause);
        }
    }

    private PracticeAgreement decide(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            String action,
            Object detail,
            UnaryOperator<PracticeAgreement> verb) {
        PracticeAgreement found = locked(caller, id);
        ExpectedVersion.checkIfSent(expected, found.version());
        PracticeAgreement changed = verb.apply(found);
        book.record(caller, changed, action, detail);
        book.keepDecided(changed);
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

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }
}
