package org.yilianti.rotation.demand;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.StaffCategory;

/**
 * A shift that needs people on some weekdays.
 *
 * @param code unique in its demand
 * @param specialty code; null when any will do
 * @param minimum heads without which the service is unsafe
 * @param desired heads wanted, at least the minimum
 * @param rules what it asks beside
 */
public record DemandShift(
        String code,
        String name,
        LocalTime start,
        int minutes,
        boolean night,
        StaffCategory category,
        @Nullable String specialty,
        Set<DayOfWeek> weekdays,
        int minimum,
        int desired,
        ShiftRules rules) {

    public DemandShift {
        weekdays = Set.copyOf(weekdays);
        if (minimum < 0 || desired < minimum) {
            throw new IllegalArgumentException(code + " needs 0 ≤ minimum ≤ desired");
        }
    }

    /** Minutes from the start of the day to the start of the shift. */
    public int startMinute() {
        return start.toSecondOfDay() / 60;
    }
}
