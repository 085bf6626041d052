package org.yilianti.staff.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.assessment.Assessment.Outcome;
import org.yilianti.staff.assessment.Assessment.Recording;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.SanctionManagement;
import org.yilianti.staff.entry.Editor;

/** Where results are judged and entered, whether they come by form or by file; whoever calls holds the licence's lock. */
@Component
class AssessmentRegister {

    private final AssessmentRepository assessments;
    private final SanctionManagement sanctions;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AssessmentRegister(
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

    /** The assessment that this result makes, not yet entered; refuses (409, 422) one that the rules do not permit. */
    Assessment judged(Editor editor, Licence licence, Outcome outcome) {
        licence.requireUnrevoked();
        LocalDate valid = licence.details().valid().from();
        if (outcome.heldOn().isBefore(valid)) {
            throw Refusal.invalid("licence.before-valid", valid).at("/heldOn");
        }
        List<Assessment> standing =
                assessments.standingOf(editor.association(), licence.id().value());
        Recording by = new Recording(clock.instant(), editor.name());
        return standing.stream()
                .skip(Math.max(0, standing.size() - 1))
                .filter(Assessment::awaitsRepeat)
                .findFirst()
                .map(failed -> failed.repeated(licence, outcome, by))
                .orElseGet(() -> regular(editor, licence, outcome, standing, by));
    }

    /** Enters it and lets what follows come about. */
    Assessment enter(Editor editor, Assessment judged) {
        assessments.insert(judged);
        follow(editor, judged);
        return told(editor, "assessment.recorded", judged);
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

    /** Tells of a change and keeps its trace. */
    Assessment told(Editor editor, String action, Assessment assessment) {
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
