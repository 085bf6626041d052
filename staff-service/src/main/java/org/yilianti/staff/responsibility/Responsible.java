package org.yilianti.staff.responsibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.member.MemberId;

/**
 * Somebody who answers for a unit.
 *
 * @param fullTime does nothing else; otherwise beside another post
 * @param endingReason null unless it was ended
 */
public record Responsible(
        UUID id,
        UUID association,
        long version,
        UUID unit,
        MemberId member,
        Duty duty,
        boolean fullTime,
        DatePeriod valid,
        Instant recordedAt,
        String recordedBy,
        @Nullable String endingReason) {

    static Responsible named(
            Unit unit, MemberId member, Duty duty, boolean fullTime, DatePeriod valid, Instant at, String by) {
        return new Responsible(
                Ids.next(), unit.association(), 1, unit.id(), member, duty, fullTime, valid, at, by, null);
    }

    /** The same with why it was ended, for one that is recorded when it is over; null when it was not. */
    Responsible because(@Nullable String reason) {
        return new Responsible(
                id, association, version, unit, member, duty, fullTime, valid, recordedAt, recordedBy, reason);
    }

    /** Until a day only; refuses (422) one outside the period. */
    Responsible released(LocalDate end, String reason) {
        return new Responsible(
                id,
                association,
                version + 1,
                unit,
                member,
                duty,
                fullTime,
                Term.endedAt(valid, end),
                recordedAt,
                recordedBy,
                reason);
    }

    /** The same of the person as whom its holder goes on. */
    Responsible movedTo(MemberId person) {
        return new Responsible(
                id,
                association,
                version + 1,
                unit,
                person,
                duty,
                fullTime,
                valid,
                recordedAt,
                recordedBy,
                endingReason);
    }

    /** The public state: not why it ended. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.responsible-persons",
                "staff.responsible-person-changed.v1",
                association,
                id,
                version,
                new ResponsibleChanged(
                        id,
                        association,
                        version,
                        unit,
                        member.value(),
                        duty.code(),
                        fullTime,
                        valid.from(),
                        valid.to()));
    }

    /** Body of the event; its schema is {@code contracts/events/staff.responsible-person-changed.v1}. */
    record ResponsibleChanged(
            UUID id,
            UUID associationId,
            long version,
            UUID unitId,
            UUID memberId,
            String duty,
            boolean fullTime,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
