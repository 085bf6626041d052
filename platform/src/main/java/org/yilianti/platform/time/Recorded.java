package org.yilianti.platform.time;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a stored fact was believed: the second axis of a bitemporal row.
 *
 * @param at when the row was written
 * @param supersededAt when a later row took its place; null while it is believed
 */
public record Recorded(Instant at, @Nullable Instant supersededAt) {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    /** Whether this row was the belief at {@code time}. */
    public boolean knownAt(Instant time) {
        return !time.isBefore(at) && (supersededAt == null || time.isBefore(supersededAt));
    }

    /** SQL condition on columns {@code recorded_at, superseded_at} of {@code alias}: the row was believed at parameter {@code :knownAt}. */
    public static String knownAtSql(String alias) {
        return "(%1$s.recorded_at <= :knownAt and (%1$s.superseded_at is null or %1$s.superseded_at > :knownAt))"
                .formatted(alias);
    }

    /** The parameter {@code :knownAt}: a time beyond those that a database keeps is the last or first of them, when as much was known. */
    public static @Nullable Timestamp knownAtParameter(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        return Timestamp.from(time.isAfter(LATEST) ? LATEST : time.isBefore(EARLIEST) ? EARLIEST : time);
    }

    /** SQL condition on columns {@code valid_from, valid_to} of {@code alias}: the fact holds on parameter {@code :asOf}. */
    public static String asOfSql(String alias) {
        return "(%1$s.valid_from <= :asOf and (%1$s.valid_to is null or %1$s.valid_to > :asOf))".formatted(alias);
    }
}
