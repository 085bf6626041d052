package org.yilianti.staff.member;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;

/** What every change of a single appointment has in common: the member's lock first, the rules, the trace, the announcement last. */
@Component
class AppointmentBook {

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

    AppointmentBook(
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

    /** A member, locked, with what is believed of their appointments. */
    record Held(Member member, List<Appointment> believed) {

        /** What is believed of one of them; empty when it is not believed any more. */
        Optional<Appointment> find(AppointmentId id) {
            return believed.stream()
                    .filter(appointment -> appointment.id().equals(id))
                    .findFirst();
        }

        /** All others. */
        List<AppointmentDetails> beside(@Nullable AppointmentId id) {
            return believed.stream()
                    .filter(appointment -> !appointment.id().equals(id))
                    .map(Appointment::details)
                    .toList();
        }
    }

    /** Locks a member within the editor's reach; refuses (404) any other. */
    Held hold(Editor editor, MemberId id) {
        Member member =
                members.lock(editor.association(), id).orElseThrow(() -> Refusal.notFound("member.unknown", id));
        List<Appointment> believed = appointments.believedOf(List.of(id)).getOrDefault(id, List.of());
        if (!Sight.of(editor.scope(), calendar.today()).reaches(member, believed)) {
            throw Refusal.notFound("member.unknown", id);
        }
        member.requireOpen();
        return new Held(member, believed);
    }

    /** Locks the holder of an appointment at an institution of the editor's; refuses (404) any other. */
    Held holdHolder(Editor editor, AppointmentId id) {
        MemberId holder = appointments
                .believed(editor.association(), id)
                .filter(known -> editor.scope().permits(known.details().institutionCode()))
                .orElseThrow(() -> Refusal.notFound("appointment.unknown", id))
                .member();
        Member member = members.lock(editor.association(), holder)
                .orElseThrow(() -> Refusal.notFound("appointment.unknown", id));
        return new Held(member, appointments.believedOf(List.of(holder)).getOrDefault(holder, List.of()));
    }

    /**
     * The institution that the details name, if the rules permit them; refuses (422) with every fault, (403) outside the scope.
     *
     * @param id the appointment that is made, corrected or continued elsewhere
     * @param others all other appointments believed of the member
     */
    InstitutionId judged(
            Editor editor,
            Entry entry,
            Member member,
            AppointmentId id,
            AppointmentDetails details,
            List<AppointmentDetails> others) {
        String code = details.institutionCode();
        @Nullable InstitutionId found =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (found == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        if (!entry.faulty()) {
            policies.inForce(editor.association())
                    .forEach(policy -> policy.objection(details, others).ifPresent(entry::fault));
        }
        entry.refuseIfFaulty();
        editor.require(code);
        InstitutionId place = Objects.requireNonNull(found);
        controls.forEach(control -> control.open(editor.association(), List.of(place))
                .objection(member, details, id)
                .ifPresent(entry::fault));
        entry.refuseIfFaulty();
        return place;
    }

    /** Now, by this editor, for this reason. */
    Recording recording(Editor editor, @Nullable String reason) {
        return Recording.now(clock.instant(), editor.name(), reason);
    }

    /** Writes beliefs in place of others, and tells it. */
    void write(Editor editor, String action, Member member, List<Appointment> given, List<Appointment> taken) {
        appointments.supersede(given);
        appointments.insert(editor.association(), taken);
        effects.plan(editor.association(), taken);
        members.raiseVersions(List.of(member));
        announcements.changed(List.of(member.reappointed()));
        (taken.isEmpty() ? given : taken).forEach(appointment -> audit.record(trace(editor, action, appointment)));
    }

    static AuditRecord trace(Editor editor, String action, Appointment appointment) {
        return editor.did(
                action, "appointment", appointment.id(), appointment.details().institutionCode(), appointment);
    }
}
