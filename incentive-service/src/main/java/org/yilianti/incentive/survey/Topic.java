package org.yilianti.incentive.survey;

import java.util.Locale;

/** What a question finds out about the people served. */
public enum Topic {
    AWARENESS,
    SATISFACTION,
    UTILISATION;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Topic of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
