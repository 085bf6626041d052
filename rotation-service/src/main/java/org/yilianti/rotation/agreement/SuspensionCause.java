package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;

/**
 * One reason why an agreement does not let its member practise.
 *
 * @param code machine code such as {@code licence-suspended}
 * @param from first day
 * @param until first day on which it no longer stands in the way; null while no end is known
 * @param note what a registrar said; null when no registrar did
 */
public record SuspensionCause(
        String code,
        LocalDate from,
        @Nullable LocalDate until,
        CauseOrigin origin,
        @Nullable String note) {

    /** What a registrar decided. */
    public static final String BY_DECISION = "by-decision";

    /** A fact stands in the way. */
    public static SuspensionCause fact(String code, LocalDate from, @Nullable LocalDate until) {
        return new SuspensionCause(code, from, until, CauseOrigin.FACT, null);
    }

    /** Whether it still stands in the way on {@code day} or will later. */
    boolean openOn(LocalDate day) {
        return until == null || until.isAfter(day);
    }

    DatePeriod period() {
        return new DatePeriod(from, until);
    }
}
