package org.yilianti.platform.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * All values of a policy as known at one time, so that any number of days can be asked about without a further query.
 *
 * @param standard what holds on days that no version covers
 * @param stretches approved versions in the order of their numbers; from its first day on each takes the place of those before
 */
public record PolicyTimeline<T extends Record>(T standard, List<Stretch<T>> stretches) {

    public PolicyTimeline {
        stretches = List.copyOf(stretches);
    }

    /** A version with the first day on which it holds. */
    public record Stretch<T extends Record>(LocalDate validFrom, T value) {}

    /** The value that holds on {@code day}. */
    public T on(LocalDate day) {
        for (Stretch<T> stretch : stretches.reversed()) {
            if (!stretch.validFrom().isAfter(day)) {
                return stretch.value();
            }
        }
        return standard;
    }
}
