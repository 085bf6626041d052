package org.yilianti.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.yilianti.platform.problem.Refusal;

/**
 * The years that callers may name: {@value #FIRST_YEAR} to {@value #LAST_YEAR}.
 *
 * <p>Java knows days until the year 999999999, databases until 9999, and a day is often added before one is stored or compared. Days,
 * months and times of parameters pass here; those of bodies carry {@link InEra}.
 */
public final class Era {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    private static final Instant BEGIN = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant END = Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z");

    private Era() {}

    /** The same day; refuses (422) one beyond the era. */
    public static LocalDate checked(LocalDate day) {
        refuseUnless(holds(day.getYear()), day);
        return day;
    }

    /** The same month; refuses (422) one beyond the era. */
    public static YearMonth checked(YearMonth month) {
        refuseUnless(holds(month.getYear()), month);
        return month;
    }

    /** The same time; refuses (422) one beyond the era. */
    public static Instant checked(Instant time) {
        refuseUnless(holds(time), time);
        return time;
    }

    /** The month written as 2026-10; refuses what is no month (400) and one beyond the era (422). */
    public static YearMonth month(String text) {
        try {
            return checked(YearMonth.parse(text));
        } catch (DateTimeParseException malformed) {
            throw Refusal.malformed("request.month-malformed", text);
        }
    }

    static boolean holds(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    static boolean holds(Instant time) {
        return !time.isBefore(BEGIN) && time.isBefore(END);
    }

    private static void refuseUnless(boolean held, Object value) {
        if (!held) {
            throw Refusal.invalid(
                    "request.beyond-era", value.toString(), Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        }
    }
}
