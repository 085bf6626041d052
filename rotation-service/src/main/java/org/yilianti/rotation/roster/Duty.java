package org.yilianti.rotation.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's turn on one shift.
 *
 * @param memberId who works it; null while it is open
 * @param date the day it starts on, in the association's time
 * @param specialty what the work is; null for general work
 * @param reason machine code of why it is open; null while assigned
 */
public record Duty(
        UUID id,
        UUID association,
        UUID planId,
        UUID institutionId,
        @Nullable UUID memberId,
        LocalDate date,
        String shift,
        @Nullable String specialty,
        Instant startsAt,
        Instant endsAt,
        boolean night,
        DutyStatus status,
        @Nullable String reason) {

    /** The duty without its person. */
    Duty released(String why) {
        return new Duty(
                id,
                association,
                planId,
                institutionId,
                null,
                date,
                shift,
                specialty,
                startsAt,
                endsAt,
                night,
                DutyStatus.OPEN,
                why);
    }
}
