package org.yilianti.rotation.agreement.web;

import java.time.DayOfWeek;
import java.util.Arrays;

/** Days of the week as the API writes them. */
public enum Weekday {
    MON(DayOfWeek.MONDAY),
    TUE(DayOfWeek.TUESDAY),
    WED(DayOfWeek.WEDNESDAY),
    THU(DayOfWeek.THURSDAY),
    FRI(DayOfWeek.FRIDAY),
    SAT(DayOfWeek.SATURDAY),
    SUN(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    Weekday(DayOfWeek day) {
        this.day = day;
    }

    DayOfWeek day() {
        return day;
    }

    static Weekday of(DayOfWeek day) {
        return Arrays.stream(values()).filter(one -> one.day == day).findFirst().orElseThrow();
    }
}
