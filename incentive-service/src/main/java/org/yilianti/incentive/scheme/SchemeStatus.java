package org.yilianti.incentive.scheme;

import java.util.Locale;

/** A scheme is written as a draft and stands once published. */
public enum SchemeStatus {
    DRAFT,
    PUBLISHED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SchemeStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
