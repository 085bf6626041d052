package org.yilianti.rotation.demand;

import java.time.DayOfWeek;
import java.util.Arrays;

/** Three-letter names of weekdays, as requests and the table write them. */
public final class Weekdays {

    private Weekdays() {}

    /** @throws IllegalArgumentException when {@code text} is none of MON to SUN */
    public static DayOfWeek parse(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no weekday " + text));
    }

    public static String format(DayOfWeek day) {
        return day.name().substring(0, 3);
    }
}
