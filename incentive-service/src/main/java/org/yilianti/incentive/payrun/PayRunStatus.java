package org.yilianti.incentive.payrun;

import java.util.Locale;

/** How far a pay run has come. */
public enum PayRunStatus {
    DRAFT,
    CALCULATED,
    REVIEWED,
    /** Announced to the people it pays, who may look at their statements. */
    NOTICED,
    /** Booked; can no longer be cancelled. */
    FINAL,
    PAID,
    CANCELLED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PayRunStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
