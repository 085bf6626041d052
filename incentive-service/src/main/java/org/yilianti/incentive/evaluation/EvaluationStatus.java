package org.yilianti.incentive.evaluation;

import java.util.Locale;

/** Measures are entered while it is open; scores stand once it is closed. */
public enum EvaluationStatus {
    OPEN,
    CLOSED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EvaluationStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
