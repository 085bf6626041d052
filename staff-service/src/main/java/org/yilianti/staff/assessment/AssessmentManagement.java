package org.yilianti.staff.assessment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.assessment.Assessment.Annulment;
import org.yilianti.staff.assessment.Assessment.Outcome;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.SanctionManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Records and annuls assessments, with what follows; the licence's lock keeps those of one licence in order. */
@Service
public class AssessmentManagement {

    private final AssessmentRepository assessments;
    private final AssessmentRegister register;
    private final SanctionManagement sanctions;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AssessmentManagement(
            AssessmentRepository assessments,
            AssessmentRegister register,
            SanctionManagement sanctions,
            AssociationCalendar calendar,
            Clock clock) {
        this.assessments = assessments;
        this.register = register;
        this.sanctions = sanctions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records a result and lets what follows come about; the repeat of a failed one is recognised as such. */
    @Transactional
    public Assessment record(Editor editor, LicenceId licenceId, Entry entry) {
        Outcome outcome = Outcome.read(entry, calendar.today());
        Licence licence = sanctions.hold(editor, licenceId);
        entry.refuseIfFaulty();
        return register.enter(editor, register.judged(editor, licence, outcome));
    }

    /** Annuls a result and takes back what followed; refuses (409) any but the latest of its licence. */
    @Transactional
    public Assessment annul(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        Assessment found = assessments
                .find(editor.association(), id)
                .orElseThrow(() -> Refusal.notFound("assessment.unknown", id));
        LicenceId licence = new LicenceId(found.licence());
        if (!editor.scope().permits(found.institution().code())) {
            throw Refusal.notFound("assessment.unknown", id);
        }
        sanctions.hold(editor, licence);
        entry.refuseIfFaulty();
        Assessment known = assessments.find(editor.association(), id).orElseThrow(); // again, now that nobody else can
        Assessment annulled = known.annulled(new Annulment(clock.instant(), editor.name(), reason));
        if (!assessments
                .standingOf(editor.association(), found.licence())
                .getLast()
                .id()
                .equals(id)) {
            throw Refusal.conflict("assessment.not-latest", id);
        }
        assessments.update(annulled);
        if (known.failure() != null) {
            sanctions.takeBack(editor, licence, id, reason);
        } else if (known.repeats() != null) {
            sanctions.reopen(editor, licence, known.repeats());
        }
        return register.told(editor, "assessment.annulled", annulled);
    }
}
