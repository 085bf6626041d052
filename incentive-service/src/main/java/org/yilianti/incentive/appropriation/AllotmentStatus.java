package org.yilianti.incentive.appropriation;

import java.util.Locale;

/** How far an allotment is. */
public enum AllotmentStatus {
    DRAFTED,
    /** Approved, and its advance is paid. */
    ADVANCED,
    /** Somebody has proposed by which evaluation it is settled. */
    SETTLING,
    SETTLED,
    REJECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AllotmentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
