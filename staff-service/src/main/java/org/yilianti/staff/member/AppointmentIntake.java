package org.yilianti.staff.member;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;

/** Takes appointments from a file, a batch at a time in the import's transaction; each member gets one version and one event. */
@Component
public class AppointmentIntake {

    private final MemberRepository members;
    private final AppointmentRepository appointments;
    private final InstitutionDirectory institutions;
    private final AppointmentPolicies policies;
    private final List<AppointmentControl> controls;
    private final AppointmentEffects effects;
    private final MemberAnnouncements announcements;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AppointmentIntake(
            MemberRepository members,
            AppointmentRepository appointments,
            InstitutionDirectory institutions,
            AppointmentPolicies policies,
            List<AppointmentControl> controls,
            AppointmentEffects effects,
            MemberAnnouncements announcements,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.policies = policies;
        this.controls = controls;
        this.effects = effects;
        this.announcements = announcements;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        Map<String, Member> byStaffNo =
                new HashMap<>(members.lockByStaffNo(editor.association(), keys(entries, "staffNo")));
        byStaffNo.values().removeIf(Member::closed);
        Map<String, Appointment> byExternalId =
                appointments.byExternalId(editor.association(), keys(entries, "externalId"));
        Map<String, InstitutionId> institutionIds =
                institutions.ids(editor.association(), keys(entries, "institutionCode"));
        if (controls.stream().anyMatch(control -> control.counts(editor.association(), institutionIds.values()))) {
            turn.await();
        }
        AppointmentBatch batch = new AppointmentBatch(
                Sight.of(editor.scope(), calendar.today()),
                byStaffNo,
                byExternalId,
                appointments.believedOf(
                        byStaffNo.values().stream().map(Member::id).toList()),
                institutionIds,
                policies.inForce(editor.association()),
                controls.stream()
                        .map(control -> control.open(editor.association(), institutionIds.values()))
                        .toList(),
                Recording.now(clock.instant(), editor.name(), null));
        entries.forEach(batch::take);
        turn.judged();
        appointments.supersede(batch.superseded());
        appointments.insert(editor.association(), batch.written());
        effects.plan(editor.association(), batch.written());
        Collection<Member> touched = batch.touched();
        members.raiseVersions(touched);
        announcements.reappointed(touched.stream().map(Member::reappointed).toList(), batch::believed);
        audit.record(batch.written().stream()
                .filter(appointment -> appointment.revision() > 1)
                .map(appointment -> AppointmentBook.trace(editor, "appointment.corrected", appointment))
                .toList());
        return batch.taken();
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key(field)));
        return keys;
    }
}
