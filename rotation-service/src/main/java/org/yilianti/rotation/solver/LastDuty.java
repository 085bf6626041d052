package org.yilianti.rotation.solver;

import org.jspecify.annotations.Nullable;

/**
 * The last duty somebody worked before the horizon.
 *
 * @param day the day it started on, negative: −1 is the eve of the horizon
 * @param endMinute its end in minutes from the start of day 0; negative when it ended before
 * @param shiftType its id where that type still exists, else null: then no forbidden succession is known
 */
public record LastDuty(
        int day,
        int endMinute,
        String site,
        boolean night,
        @Nullable String shiftType) {

    public LastDuty {
        if (day >= 0) {
            throw new IllegalArgumentException("history lies before day 0, not on day " + day);
        }
    }
}
