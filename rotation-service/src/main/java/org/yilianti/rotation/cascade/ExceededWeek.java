package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.yilianti.platform.time.DatePeriod;

/**
 * A week in which somebody has worked more than a cap and its tolerance allow.
 *
 * @param crossedOn the day of the service that went beyond
 * @param minutes all that was worked in the week so far
 */
record ExceededWeek(String code, LocalDate monday, LocalDate crossedOn, int minutes, int capMinutes) {

    /** The days left of the week; none when the cap was crossed on its last. */
    Stream<Cause> cause() {
        LocalDate first = crossedOn.plusDays(1);
        LocalDate next = monday.plusDays(7);
        return first.isBefore(next) ? Stream.of(new Cause(code, new DatePeriod(first, next), true)) : Stream.empty();
    }
}
