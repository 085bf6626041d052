package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.util.Objects;
import org.yilianti.platform.time.DatePeriod;

/** Limits that hold for one person instead of the association's; {@code days} end. */
public record LimitException(DatePeriod days, LimitValues values) {

    /** Whether it holds on each of these days, not only on some. */
    boolean covers(DatePeriod asked) {
        LocalDate end = Objects.requireNonNull(days.to());
        return !days.from().isAfter(asked.from()) && !end.isBefore(Objects.requireNonNull(asked.to()));
    }
}
