package org.yilianti.platform.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a stored fact was believed: the second axis of a bitemporal row.
 *
 * @param at when the row was written
 * @param supersededAt when a later row took its place; null while it is believed
 */
public record Recorded(Instant at, @Nullable Instant supersededAt) {

    /** Whether this row was the belief at {@code time}. */
    public boolean knownAt(Instant time) {
        return !time.isBefore(at) && (supersededAt == null || time.isBefore(supersededAt));
    }

    /** SQL condition on columns {@code recorded_at, superseded_at} of {@code alias}: the row was believed at parameter {@code :knownAt}. */
    public static String knownAtSql(String alias) {
        return "(%1$s.recorded_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt))"
                .formatted(alias);
    }

    /** SQL condition on columns {@code valid_from, valid_to} of {@code alias}: the fact holds on parameter {@code :asOf}. */
    public static String asOfSql(String alias) {
        return "(%1$s.valid_from <= :asOf and (%1$s.valid_to is null or %1$s.valid_to > :asOf))".formatted(alias);
    }
}
