package org.yilianti.platform.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period of days.
 *
 * @param from first day in the period
 * @param to first day after the period; null while no end is known
 */
public record DatePeriod(LocalDate from, @Nullable LocalDate to) {

    public DatePeriod {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a period must end after it starts: from " + from + " to " + to);
        }
    }

    public static DatePeriod from(LocalDate from) {
        return new DatePeriod(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(DatePeriod other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    /** The same period ended at {@code end} (exclusive), which must lie after its start. */
    public DatePeriod endedAt(LocalDate end) {
        return new DatePeriod(from, end);
    }
}
