package org.yilianti.incentive.payout;

import java.util.Locale;

/** How far a pay file has come. */
public enum PayFileStatus {
    PREPARED,
    /** For the bank; may be downloaded and returned from. */
    RELEASED,
    DISCARDED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PayFileStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
