package org.yilianti.staff.training;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Records courses, and makes standing ones of those that have proved themselves. */
@Service
public class ProgrammeManagement {

    private final ProgrammeRepository programmes;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ProgrammeManagement(
            ProgrammeRepository programmes,
            InstitutionDirectory institutions,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.programmes = programmes;
        this.institutions = institutions;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records a temporary course. */
    @Transactional
    public Programme record(Editor editor, Entry entry) {
        String code = entry.text("institutionCode", 50);
        Programme.Details details = Programme.Details.read(entry, false);
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        InstitutionRef institution = new InstitutionRef(Objects.requireNonNull(place), code);
        Programme programme =
                Programme.recorded(editor.association(), institution, details, clock.instant(), editor.name());
        programmes.insert(List.of(programme));
        return recorded(editor, "programme.recorded", programme);
    }

    /** Changes what a course says for sessions to come; credits that were earned stay as they are. */
    @Transactional
    public Programme revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Programme known = within(editor, id);
        expected.check(known.version());
        Programme.Details details = Programme.Details.read(entry, known.standing());
        entry.refuseIfFaulty();
        Programme revised = known.revised(details);
        if (revised.version() > known.version()) {
            programmes.update(List.of(revised));
            recorded(editor, "programme.revised", revised);
        }
        return revised;
    }

    /** Makes a temporary course a standing one; refuses (409) one that has not proved itself by the policy. */
    @Transactional
    public Programme convert(Editor editor, UUID id, Entry entry) {
        Programme known = within(editor, id);
        String reason = entry.text("reason", 500);
        entry.refuseIfFaulty();
        Programme converted = known.converted(new Programme.Conversion(clock.instant(), editor.name(), reason));
        policies.inForce(editor.association(), StandingCourses.class, calendar.today())
                .judge(programmes.trial(editor.association(), id));
        programmes.update(List.of(converted));
        return recorded(editor, "programme.converted", converted);
    }

    private Programme within(Editor editor, UUID id) {
        return programmes
                .lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("programme.unknown", id));
    }

    private Programme recorded(Editor editor, String action, Programme programme) {
        outbox.publish(ProgrammeChanged.announcement(programme));
        audit.record(editor.did(
                action,
                "training-programme",
                programme.id(),
                programme.institution().code(),
                programme));
        return programme;
    }
}
