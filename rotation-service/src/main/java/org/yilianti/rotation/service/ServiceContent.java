package org.yilianti.rotation.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.AssociationZone;

/**
 * What a record says: who did what, where and when. Two records that say the same are equal.
 *
 * @param callUp the emergency call-up under which it was done, as its source names it; null for ordinary service
 */
public record ServiceContent(
        UUID memberId,
        UUID institutionId,
        @Nullable UUID dutyId,
        ServiceKind kind,
        Instant startedAt,
        Instant endedAt,
        @Nullable String callUp) {

    /** Whole minutes from start to end. */
    public int minutes() {
        return minutes(startedAt, endedAt);
    }

    /** The minutes on each calendar day of the association that the service touches; they sum to {@link #minutes()}. */
    SequencedMap<LocalDate, Integer> minutesByDay() {
        SequencedMap<LocalDate, Integer> days = new TreeMap<>();
        int counted = 0;
        for (LocalDate day = AssociationZone.dayOf(startedAt); ; day = day.plusDays(1)) {
            Instant midnight = AssociationZone.startOf(day.plusDays(1));
            boolean last = !endedAt.isAfter(midnight);
            int untilThen = minutes(startedAt, last ? endedAt : midnight);
            days.put(day, untilThen - counted);
            if (last) {
                return days;
            }
            counted = untilThen;
        }
    }

    boolean overlaps(ServiceContent other) {
        return startedAt.isBefore(other.endedAt) && other.startedAt.isBefore(endedAt);
    }

    private static int minutes(Instant from, Instant to) {
        return Math.toIntExact(Duration.between(from, to).toMinutes());
    }
}
