package org.yilianti.rotation.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.StaffCategory;

/**
 * One person's turn on one shift. Immutable: each verb gives the changed one.
 *
 * @param memberId who works it; null while it is open
 * @param date the day it starts on, in the association's time
 * @param category what kind of staff can work it; null when not known any more
 * @param specialty what the work is; null for general work
 * @param reason machine code of why it is open; null while assigned
 * @param version counts its changes, from 1
 */
public record Duty(
        UUID id,
        UUID association,
        UUID planId,
        UUID institutionId,
        @Nullable UUID memberId,
        LocalDate date,
        String shift,
        @Nullable StaffCategory category,
        @Nullable String specialty,
        Instant startsAt,
        Instant endsAt,
        boolean night,
        DutyStatus status,
        @Nullable String reason,
        long version) {

    /** The duty without its person. */
    public Duty released(String why) {
        return with(null, DutyStatus.OPEN, why);
    }

    /** The duty with this person. */
    Duty assignedTo(UUID member) {
        return with(member, DutyStatus.ASSIGNED, null);
    }

    public int minutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }

    /** The calendar days it touches, in the association's time. */
    public DatePeriod days() {
        return new DatePeriod(date, AssociationZone.dayOf(endsAt.minusMillis(1)).plusDays(1));
    }

    private Duty with(@Nullable UUID member, DutyStatus next, @Nullable String why) {
        return new Duty(
                id,
                association,
                planId,
                institutionId,
                member,
                date,
                shift,
                category,
                specialty,
                startsAt,
                endsAt,
                night,
                next,
                why,
                version + 1);
    }
}
