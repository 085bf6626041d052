package org.yilianti.incentive.appeal;

import java.util.Locale;

/** What became of an appeal. */
public enum AppealStatus {
    LODGED,
    UPHELD,
    REJECTED,
    WITHDRAWN;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AppealStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
