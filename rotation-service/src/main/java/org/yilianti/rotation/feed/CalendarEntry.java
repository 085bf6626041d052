package org.yilianti.rotation.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yilianti.rotation.roster.Duty;

/** What calendars were told of a person's day. Immutable: each verb gives the changed one. */
record CalendarEntry(
        UUID memberId,
        LocalDate date,
        int sequence,
        Instant startsAt,
        Instant endsAt,
        String shift,
        UUID institutionId,
        boolean cancelled,
        Instant changedAt) {

    static CalendarEntry first(UUID memberId, Duty duty, Instant now) {
        return new CalendarEntry(
                memberId,
                duty.date(),
                0,
                duty.startsAt(),
                duty.endsAt(),
                duty.shift(),
                duty.institutionId(),
                false,
                now);
    }

    boolean says(Duty duty) {
        return !cancelled
                && startsAt.equals(duty.startsAt())
                && endsAt.equals(duty.endsAt())
                && shift.equals(duty.shift())
                && institutionId.equals(duty.institutionId());
    }

    CalendarEntry changedTo(Duty duty, Instant now) {
        return new CalendarEntry(
                memberId,
                date,
                sequence + 1,
                duty.startsAt(),
                duty.endsAt(),
                duty.shift(),
                duty.institutionId(),
                false,
                now);
    }

    CalendarEntry cancelled(Instant now) {
        return new CalendarEntry(memberId, date, sequence + 1, startsAt, endsAt, shift, institutionId, true, now);
    }
}
