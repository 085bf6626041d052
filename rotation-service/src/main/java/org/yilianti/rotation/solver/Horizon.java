package org.yilianti.rotation.solver;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days a roster covers. Everywhere in this package a <em>day</em> is an offset from {@link #start()}, and a duty belongs to
 * the day it starts on, also where it ends on the next.
 *
 * @param start the first day
 * @param days how many days, at least one
 */
public record Horizon(LocalDate start, int days) {

    public Horizon {
        if (days < 1 || days > 1_000) {
            throw new IllegalArgumentException("a horizon has 1 to 1000 days, not " + days);
        }
    }

    /** The calendar date of a day. */
    public LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** The day of a calendar date; negative or beyond {@link #days()} where the date lies outside. */
    public int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, date));
    }

    /** Whether a day offset lies inside. */
    public boolean contains(int day) {
        return day >= 0 && day < days;
    }

    /** The week a day lies in; weeks run Monday to Sunday and week 0 holds day 0. */
    int week(int day) {
        return (day + start.getDayOfWeek().getValue() - 1) / 7;
    }

    boolean isWeekend(int day) {
        var weekday = date(day).getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
}
