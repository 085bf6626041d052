package org.yilianti.staff.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.assessment.Assessment.Annulment;
import org.yilianti.staff.assessment.Assessment.Outcome;
import org.yilianti.staff.assessment.Assessment.Recording;
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
    private final SanctionManagement sanctions;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AssessmentManagement(
            AssessmentRepository assessments,
            SanctionManagement sanctions,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.assessments = assessments;
        this.sanctions = sanctions;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records a result and lets what follows come about; the repeat of a failed one is recognised as such. */
    @Transactional
    public Assessment record(Editor editor, LicenceId licenceId, Entry entry) {
        Outcome outcome = Outcome.read(entry, calendar.today());
        Licence licence = sanctions.hold(editor, licenceId);
        entry.refuseIfFaulty();
        licence.requireUnrevoked();
        if (outcome.heldOn().isBefore(licence.details().valid().from())) {
            throw Refusal.invalid(
                            "licence.before-valid", licence.details().valid().from())
                    .at("/heldOn");
        }
        List<Assessment> standing = assessments.standingOf(editor.association(), licenceId.value());
        Recording by = new Recording(clock.instant(), editor.name());
        Assessment recorded = standing.stream()
                .skip(Math.max(0, standing.size() - 1))
                .filter(Assessment::awaitsRepeat)
                .findFirst()
                .map(failed -> failed.repeated(licence, outcome, by))
                .orElseGet(() -> regular(editor, licence, outcome, standing, by));
        assessments.insert(recorded);
        follow(editor, recorded);
        return told(editor, "assessment.recorded", recorded);
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
        return told(editor, "assessment.annulled", annulled);
    }

    private Assessment regular(
            Editor editor, Licence licence, Outcome outcome, List<Assessment> standing, Recording by) {
        AssessmentCycles rules = policies.inForce(editor.association(), AssessmentCycles.class, calendar.today());
        String kind = licence.details().kind().code();
        DatePeriod cycle = rules.around(licence.details().kind(), outcome.heldOn())
                .orElseThrow(
                        () -> Refusal.invalid("assessment.not-assessed", kind).at("/licenceId"));
        Optional<Assessment> before =
                standing.stream().filter(known -> known.cycle().overlaps(cycle)).findFirst();
        before.ifPresent(known -> {
            throw Refusal.conflict(
                    "assessment.exists", known.cycle().from(), known.outcome().heldOn());
        });
        return Assessment.regular(licence, cycle, outcome, rules, by);
    }

    private void follow(Editor editor, Assessment recorded) {
        LicenceId licence = new LicenceId(recorded.licence());
        if (recorded.failure() != null) {
            boolean forGood = recorded.repeats() != null;
            LocalDate from = recorded.failure().suspendedFrom();
            sanctions.impose(editor, licence, recorded.id(), forGood, from, "periodic assessment failed");
        } else if (recorded.repeats() != null) {
            LocalDate day = recorded.outcome().heldOn();
            sanctions.end(editor, licence, recorded.repeats(), day, "periodic assessment passed");
        }
    }

    private Assessment told(Editor editor, String action, Assessment assessment) {
        outbox.publish(assessment.announcement());
        audit.record(editor.did(
                action,
                "assessment",
                assessment.id(),
                assessment.institution().code(),
                AssessmentChanged.of(assessment)));
        return assessment;
    }
}
