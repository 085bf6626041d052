package org.yilianti.rotation.agreement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;

/**
 * A session that recurs every week.
 *
 * @param end when it ends; at or before {@code start} it ends on the next day
 * @param place where at the host, such as a ward or an outlying station
 * @param travelMinutes minutes from the home institution to the place, one way
 * @param from first day; null from the beginning of the term
 * @param to day after the last; null to the end of the term
 */
public record TimetableSession(
        DayOfWeek day,
        LocalTime start,
        LocalTime end,
        String place,
        int travelMinutes,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** Minutes of work in it, without the way. */
    public int minutes() {
        int length = end.toSecondOfDay() / 60 - start.toSecondOfDay() / 60;
        return length > 0 ? length : length + DAY;
    }

    /** The days on which it recurs, within the term. */
    DatePeriod within(DatePeriod term) {
        return new DatePeriod(from == null ? term.from() : from, to == null ? term.to() : to);
    }

    /** Whether nobody could hold both, given that they recur in the same weeks: at another place there is the way to go as well. */
    boolean clashesWith(TimetableSession other) {
        int way = place.equals(other.place) ? 0 : Math.max(travelMinutes, other.travelMinutes);
        int gap = Math.floorMod(other.begins() - begins(), WEEK);
        return gap < minutes() + way || WEEK - gap < other.minutes() + way;
    }

    private int begins() {
        return (day.getValue() - 1) * DAY + start.toSecondOfDay() / 60;
    }
}
