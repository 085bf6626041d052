package org.yilianti.incentive.reward;

import java.util.Locale;

/** Where a case stands. */
public enum RewardStatus {
    PROPOSED,
    WITHDRAWN,
    REJECTED,
    /** Decided by a second person and announced; may be objected to. */
    NOTICED,
    OBJECTED,
    /** Dropped after an objection. */
    LIFTED,
    EFFECTIVE,
    REVOKED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RewardStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
