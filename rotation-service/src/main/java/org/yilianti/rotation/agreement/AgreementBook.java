package org.yilianti.rotation.agreement;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.rotation.directory.Institutions;

/** Keeps agreements with all that goes with them: history, event, audit row and news for other features; inside the caller's transaction. */
@Component
class AgreementBook {

    private final AgreementJournal journal;
    private final Institutions institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    AgreementBook(
            AgreementJournal journal,
            Institutions institutions,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.journal = journal;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
    }

    /** Keeps one that has just been concluded; nothing rests on it yet. */
    void keepNew(Caller caller, PracticeAgreement agreement) {
        journal.insert(agreement);
        outbox.publish(AgreementChanged.of(agreement));
        record(caller, agreement, "agreement.concluded", agreement.terms());
    }

    /** Keeps the versions of the terms that {@code before} did not have. */
    void keepTerms(PracticeAgreement before, PracticeAgreement after) {
        journal.keepTerms(after, before.versions().size());
        announce(List.of(after), false);
    }

    /** Keeps a standing that somebody decided. */
    void keepDecided(PracticeAgreement changed) {
        journal.update(List.of(changed));
        announce(List.of(changed), false);
    }

    /** Keeps standings that a rule has changed, with what made it look. */
    void keepRuled(List<PracticeAgreement> changed, String cause) {
        journal.update(changed);
        announce(changed, true);
        audit.record(changed.stream().map(one -> ruled(one, cause)).toList());
    }

    void record(Caller caller, PracticeAgreement agreement, String action, Object detail) {
        String code = institutions
                .find(agreement.association(), agreement.hostInstitutionId())
                .orElseThrow()
                .code();
        audit.record(AuditRecord.of(caller, action, "practice-agreement", agreement.id(), code, detail));
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

    private static AuditRecord ruled(PracticeAgreement agreement, String cause) {
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
