package org.yilianti.staff.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded a revision, when and why.
 *
 * @param supersededAt when the next revision took its place; null while it is believed
 */
public record Recording(
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable Instant supersededAt) {

    public static Recording now(Instant at, String by, @Nullable String reason) {
        return new Recording(at, by, reason, null);
    }

    public Recording superseded(Instant when) {
        return new Recording(at, by, reason, when);
    }

    /** The same recording, but later than {@code earlier} even when a clock went back: revisions never overlap. */
    public Recording after(Recording earlier) {
        return at.isAfter(earlier.at) ? this : new Recording(earlier.at.plusNanos(1000), by, reason, supersededAt);
    }
}
