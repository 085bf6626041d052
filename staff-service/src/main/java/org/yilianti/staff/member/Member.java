package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * A person of the association.
 *
 * @param version rises with every change of the person or of an appointment
 * @param registeredAt institution whose office sees the person before the first appointment; null for the association's
 * @param mergedInto the record as which a person goes on who was registered twice; null for all others
 */
public record Member(
        MemberId id,
        UUID association,
        long version,
        MemberDetails details,
        @Nullable InstitutionRef registeredAt,
        @Nullable MemberId mergedInto) {

    static Member registered(UUID association, MemberDetails details, @Nullable InstitutionRef registeredAt) {
        return new Member(MemberId.next(), association, 1, details, registeredAt, null);
    }

    /** Why it cannot become what {@code changed} says; empty when it can. */
    Optional<Fault> objection(MemberDetails changed) {
        return changed.staffNo().equals(details.staffNo())
                ? Optional.empty()
                : Optional.of(new Fault("staffNo", "immutable", List.of(details.staffNo())));
    }

    /** The next version; the same when {@code changed} says nothing new. */
    Member revised(MemberDetails changed) {
        objection(changed).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.code());
        });
        return changed.equals(details)
                ? this
                : new Member(id, association, version + 1, changed, registeredAt, mergedInto);
    }

    /** The next version because an appointment changed. */
    Member reappointed() {
        return new Member(id, association, version + 1, details, registeredAt, mergedInto);
    }

    /** The next version, which goes on as another record. */
    Member mergedInto(Member survivor) {
        return new Member(id, association, version + 1, details, registeredAt, survivor.id());
    }

    /** Goes on as another record; this one takes nothing more. */
    public boolean merged() {
        return mergedInto != null;
    }

    /** Takes no change any more: it goes on as another, or nobody may know whose it is. */
    public boolean closed() {
        return merged() || details.erased();
    }

    /** Refuses (409) to change a record that is closed. */
    void requireOpen() {
        if (mergedInto != null) {
            throw Refusal.conflict("member.merged", details.staffNo(), mergedInto);
        }
        if (details.erased()) {
            throw Refusal.conflict("member.erased", details.staffNo());
        }
    }

    /** The next version, which no longer says who it is. */
    Member erased() {
        return new Member(id, association, version + 1, details.withoutPersonalData(), registeredAt, mergedInto);
    }

    /** The public state after a change, for {@code staff.members}: nothing that is personal but the name and sex. */
    OutboxEvent announcement(List<Appointment> believed) {
        return OutboxEvent.state(
                "staff.members",
                "staff.member-changed.v1",
                association,
                id.value(),
                version,
                new MemberChanged(
                        id.value(),
                        association,
                        version,
                        details.staffNo(),
                        details.name(),
                        details.nameLatin(),
                        details.sex(),
                        details.category(),
                        details.title(),
                        details.titleSince(),
                        details.specialty(),
                        details.specialtySince(),
                        details.institutionHead(),
                        mergedInto == null ? null : mergedInto.value(),
                        believed.stream().map(AppointmentBelieved::of).toList()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.member-changed.v1}. */
    record MemberChanged(
            UUID id,
            UUID associationId,
            long version,
            String staffNo,
            String name,
            @Nullable String nameLatin,
            Sex sex,
            StaffCategory category,
            Title title,
            @Nullable LocalDate titleSince,
            @Nullable String specialty,
            @Nullable LocalDate specialtySince,
            boolean institutionHead,
            @Nullable UUID mergedIntoId,
            List<AppointmentBelieved> appointments) {}

    /** An appointment in the event. */
    record AppointmentBelieved(
            UUID id,
            UUID institutionId,
            @Nullable String department,
            String post,
            int ftePercent,
            boolean main,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static AppointmentBelieved of(Appointment appointment) {
            AppointmentDetails details = appointment.details();
            return new AppointmentBelieved(
                    appointment.id().value(),
                    appointment.institution().value(),
                    details.department(),
                    details.post(),
                    details.ftePercent(),
                    details.main(),
                    details.valid().from(),
                    details.valid().to());
        }
    }
}
