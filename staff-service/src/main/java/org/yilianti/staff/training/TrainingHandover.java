package org.yilianti.staff.training;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the training of a person who was registered twice. */
@Component
class TrainingHandover implements MergedRecords {

    private final EnrolmentRepository enrolments;
    private final EnrolmentBook book;
    private final SessionRepository sessions;
    private final CreditRepository credits;
    private final Outbox outbox;

    TrainingHandover(
            EnrolmentRepository enrolments,
            EnrolmentBook book,
            SessionRepository sessions,
            CreditRepository credits,
            Outbox outbox) {
        this.enrolments = enrolments;
        this.book = book;
        this.sessions = sessions;
        this.credits = credits;
        this.outbox = outbox;
    }

    /** Refuses (409) while both take part in one session, or both have credits for one certificate. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        boolean same = credits.ofMember(editor.association(), duplicate).stream()
                .filter(credit -> credit.annulled() == null)
                .flatMap(credit -> Optional.ofNullable(credit.details().evidence()).stream())
                .anyMatch(evidence -> credits.evident(survivor, evidence));
        if (same || enrolments.together(duplicate, survivor) > 0) {
            throw Refusal.conflict("training.both-enrolled").at("/duplicateId");
        }
        sessions.lockAll(editor.association(), sessions.ofMember(editor.association(), duplicate));
        book.handOver(editor.association(), duplicate, survivor);
        var moved = credits.ofMember(editor.association(), duplicate).stream()
                .map(Credit::id)
                .toList();
        credits.handOver(editor.association(), duplicate, survivor);
        outbox.publish(credits.ofMember(editor.association(), survivor).stream()
                .filter(credit -> moved.contains(credit.id()))
                .map(Credit::announcement)
                .toList());
    }
}
