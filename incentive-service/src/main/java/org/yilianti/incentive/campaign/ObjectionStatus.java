package org.yilianti.incentive.campaign;

import java.util.Locale;

/** What became of an objection. */
public enum ObjectionStatus {
    LODGED,
    UPHELD,
    REJECTED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ObjectionStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
