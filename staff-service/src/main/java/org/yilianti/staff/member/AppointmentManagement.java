package org.yilianti.staff.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;

/** Makes and ends appointments, one by one. */
@Service
public class AppointmentManagement {

    private final MemberRepository members;
    private final AppointmentRepository appointments;
    private final InstitutionDirectory institutions;
    private final AppointmentPolicies policies;
    private final MemberAnnouncements announcements;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    AppointmentManagement(
            MemberRepository members,
            AppointmentRepository appointments,
            InstitutionDirectory institutions,
            AppointmentPolicies policies,
            MemberAnnouncements announcements,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.policies = policies;
        this.announcements = announcements;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Appoints a member; refuses (422) what a policy objects to, (409) an external id that is taken. */
    @Transactional
    public Appointment appoint(Editor editor, MemberId memberId, Entry entry) {
        Member member = members.lock(editor.association(), memberId)
                .orElseThrow(() -> Refusal.notFound("member.unknown", memberId));
        List<Appointment> believed = appointments.believedOf(List.of(memberId)).getOrDefault(memberId, List.of());
        requireReach(editor, member, believed);
        AppointmentId id = AppointmentId.next();
        String given = entry.optionalText("externalId", 50);
        AppointmentDetails details = AppointmentDetails.read(entry, given == null ? id.toString() : given);
        InstitutionId institution = institution(editor, entry, details);
        judge(editor.association(), entry, details, believed);
        entry.refuseIfFaulty();
        editor.require(details.institutionCode());
        if (!appointments
                .byExternalId(editor.association(), List.of(details.externalId()))
                .isEmpty()) {
            throw Refusal.conflict("appointment.exists", details.externalId()).at("/externalId");
        }
        Appointment made = new Appointment(
                id,
                1,
                memberId,
                institution,
                details,
                Recording.now(clock.instant(), editor.name(), entry.optionalText("reason", 500)));
        appointments.insert(editor.association(), List.of(made));
        announce(editor, "appointment.made", member, made);
        return made;
    }

    /** Ends an appointment earlier than believed; refuses (422) an end outside its period. */
    @Transactional
    public Appointment end(Editor editor, AppointmentId id, Entry entry) {
        MemberId memberId = believed(editor, id).member();
        Member member = members.lock(editor.association(), memberId)
                .orElseThrow(() -> Refusal.notFound("appointment.unknown", id));
        Appointment known = believed(editor, id); // again, now that nobody else can change it
        LocalDate end = entry.date("validTo");
        String reason = entry.text("reason", 500);
        if (!entry.faulty()) {
            known.objectionToEnd(end).ifPresent(entry::fault);
        }
        entry.refuseIfFaulty();
        Appointment ended = known.ended(end, Recording.now(clock.instant(), editor.name(), reason));
        appointments.supersede(List.of(known.supersededBy(ended)));
        appointments.insert(editor.association(), List.of(ended));
        announce(editor, "appointment.ended", member, ended);
        return ended;
    }

    private Appointment believed(Editor editor, AppointmentId id) {
        return appointments
                .believed(editor.association(), id)
                .filter(known -> editor.scope().permits(known.details().institutionCode()))
                .orElseThrow(() -> Refusal.notFound("appointment.unknown", id));
    }

    private void requireReach(Editor editor, Member member, List<Appointment> believed) {
        if (!Sight.of(editor.scope(), calendar.today()).reaches(member, believed)) {
            throw Refusal.notFound("member.unknown", member.id());
        }
    }

    private InstitutionId institution(Editor editor, Entry entry, AppointmentDetails details) {
        String code = details.institutionCode();
        @Nullable InstitutionId id = institutions.ids(editor.association(), List.of(code)).get(code);
        if (id == null) {
            entry.fault("institutionCode", "unknown-institution", code);
            entry.refuseIfFaulty();
        }
        return java.util.Objects.requireNonNull(id);
    }

    private void judge(UUID association, Entry entry, AppointmentDetails details, List<Appointment> others) {
        List<AppointmentDetails> known =
                others.stream().map(Appointment::details).toList();
        policies.inForce(association)
                .forEach(policy -> policy.objection(details, known).ifPresent(entry::fault));
    }

    private void announce(Editor editor, String action, Member member, Appointment appointment) {
        members.raiseVersions(List.of(member));
        announcements.changed(List.of(member.reappointed()));
        audit.record(editor.did(
                action, "appointment", appointment.id(), appointment.details().institutionCode(), appointment));
    }
}
