package org.yilianti.rotation.roster.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;

/** A duty as callers see it. */
public record DutyResource(
        UUID id,
        UUID planId,
        UUID institutionId,
        @Nullable UUID memberId,
        LocalDate date,
        String shift,
        Instant startsAt,
        Instant endsAt,
        boolean night,
        DutyStatus status,
        @Nullable String reason,
        long version) {

    public static DutyResource of(Duty duty) {
        return new DutyResource(
                duty.id(),
                duty.planId(),
                duty.institutionId(),
                duty.memberId(),
                duty.date(),
                duty.shift(),
                duty.startsAt(),
                duty.endsAt(),
                duty.night(),
                duty.status(),
                duty.reason(),
                duty.version());
    }
}
