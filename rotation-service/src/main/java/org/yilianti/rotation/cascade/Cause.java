package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.SuspensionCause;

/**
 * A stretch of days on which a fact stands in the way of an agreement.
 *
 * @param ahead whether it suspends as soon as it is known, or only once its first day has come
 */
record Cause(String code, DatePeriod days, boolean ahead) {

    /** Whether it counts on {@code today}: not over, and come or told ahead. */
    boolean counts(LocalDate today) {
        return openOn(today) && (ahead || !days.from().isAfter(today));
    }

    SuspensionCause suspension() {
        return SuspensionCause.fact(code, days.from(), days.to());
    }

    /** The days on which the calendar alone changes what it means, given after how many days it ends an agreement. */
    Stream<LocalDate> turns(@Nullable Integer endsAfterDays) {
        return Stream.of(
                        days.from(),
                        days.to(),
                        endsAfterDays == null ? null : days.from().plusDays(endsAfterDays))
                .<LocalDate>mapMulti((day, kept) -> {
                    if (day != null) {
                        kept.accept(day);
                    }
                });
    }

    private boolean openOn(LocalDate today) {
        LocalDate until = days.to();
        return until == null || until.isAfter(today);
    }
}
