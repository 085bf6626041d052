package org.yilianti.staff.evidence;

import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Coded;

/**
 * What a scan of a file found.
 *
 * @param finding what it is infected with; null otherwise
 */
public record Verdict(Outcome outcome, @Nullable String finding) {

    static final Verdict CLEAN = new Verdict(Outcome.CLEAN, null);
    static final Verdict NOT_SCANNED = new Verdict(Outcome.NOT_SCANNED, null);
    static final Verdict UNAVAILABLE = new Verdict(Outcome.UNAVAILABLE, null);

    /** How it ended; the last is never kept of a file, and infected ones are kept only when that was found after their upload. */
    public enum Outcome implements Coded {
        CLEAN,
        NOT_SCANNED,
        INFECTED,
        UNAVAILABLE
    }

    static Verdict infected(String finding) {
        return new Verdict(Outcome.INFECTED, finding);
    }
}
