package org.yilianti.incentive.scheme;

import java.util.Locale;

/** What an indicator without a value does to the score of an institution. */
public enum NoData {
    /** Nothing is scored until it is there. */
    BLOCK,
    /** It scores 0 with its whole weight. */
    ZERO,
    /** It is left out, and the score divided by the weight of those that are there. */
    EXCLUDE;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static NoData of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
