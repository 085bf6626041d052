package org.yilianti.staff.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.training.Credit.Annulment;
import org.yilianti.staff.training.Credit.Editing;

/** Writes credits and tells of them; whoever calls holds the person's lock. */
@Component
class CreditBook {

    private final CreditRepository credits;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CreditBook(CreditRepository credits, Outbox outbox, AuditTrail audit, Clock clock) {
        this.credits = credits;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a session brings to whoever passed it; a course may bring none. */
    Optional<Credit> earned(Editor editor, Programme programme, Enrolment enrolment, LocalDate day) {
        Programme.Details course = programme.details();
        return enrolment.state() == Enrolment.State.PASSED && course.credits().signum() > 0
                ? Optional.of(Credit.recorded(
                        by(editor),
                        enrolment.member(),
                        enrolment.institution(),
                        new Credit.Details(course.creditClass(), course.credits(), day, course.title(), null),
                        enrolment.id()))
                : Optional.empty();
    }

    Credit enter(Editor editor, Credit credit) {
        enter(editor, List.of(credit));
        return credit;
    }

    void enter(Editor editor, List<Credit> recorded) {
        credits.insert(recorded);
        told(editor, "credit.recorded", recorded);
    }

    /** Takes back what an enrolment brought, if anything. */
    void takeBack(Editor editor, UUID enrolment, String reason) {
        credits.of(editor.association(), enrolment).ifPresent(credit -> annul(editor, credit, reason));
    }

    Credit annul(Editor editor, Credit credit, String reason) {
        Annulment why = new Annulment(clock.instant(), editor.name(), reason);
        Credit annulled = credit.annulled(why);
        credits.annul(annulled, why);
        told(editor, "credit.annulled", List.of(annulled));
        return annulled;
    }

    Editing by(Editor editor) {
        return new Editing(editor.association(), clock.instant(), editor.name());
    }

    private void told(Editor editor, String action, List<Credit> changed) {
        outbox.publish(changed.stream().map(Credit::announcement).toList());
        audit.record(changed.stream()
                .map(credit -> editor.did(
                        action,
                        "training-credit",
                        credit.id(),
                        credit.institution().code(),
                        credit))
                .toList());
    }
}
