package org.yilianti.staff.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;

/**
 * One belief about a post that a member holds at an institution.
 *
 * @param revision 1 for the first belief; a correction or an end is the next
 */
public record Appointment(
        AppointmentId id,
        int revision,
        MemberId member,
        InstitutionId institution,
        AppointmentDetails details,
        Recording recording) {

    static Appointment made(
            MemberId member, InstitutionId institution, AppointmentDetails details, Recording recording) {
        return new Appointment(AppointmentId.next(), 1, member, institution, details, recording);
    }

    /** The next belief; the same when {@code changed} says nothing new. */
    Appointment corrected(InstitutionId newInstitution, AppointmentDetails changed, Recording when) {
        return changed.equals(details)
                ? this
                : new Appointment(id, revision + 1, member, newInstitution, changed, when.after(recording));
    }

    /** Why it cannot end on {@code end}; empty when it can. */
    Optional<Fault> objectionToEnd(LocalDate end) {
        DatePeriod valid = details.valid();
        LocalDate known = valid.to();
        if (!end.isAfter(valid.from())) {
            return Optional.of(new Fault("validTo", "period-inverted", List.of(valid.from(), end)));
        }
        return known == null || end.isBefore(known)
                ? Optional.empty()
                : Optional.of(new Fault("validTo", "ends-already", List.of(known)));
    }

    /** Ends it earlier than believed. */
    Appointment ended(LocalDate end, Recording when) {
        return corrected(institution, details.during(details.valid().endedAt(end)), when);
    }

    /** This belief, given up for none. */
    Appointment annulled(Recording when) {
        return new Appointment(
                id,
                revision,
                member,
                institution,
                details,
                new Recording(
                        recording.at(),
                        recording.by(),
                        recording.reason(),
                        when.after(recording).at()));
    }

    /** The same appointment, of the person as whom its holder goes on. */
    Appointment movedTo(MemberId person, Recording when) {
        return new Appointment(id, revision + 1, person, institution, details, when.after(recording));
    }

    /** This belief, given up for {@code next}. */
    Appointment supersededBy(Appointment next) {
        return new Appointment(
                id,
                revision,
                member,
                institution,
                details,
                recording.superseded(next.recording().at()));
    }

    public boolean presentOrComing(LocalDate today) {
        @Nullable LocalDate end = details.valid().to();
        return end == null || end.isAfter(today);
    }
}
