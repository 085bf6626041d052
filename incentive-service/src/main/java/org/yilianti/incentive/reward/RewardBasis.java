package org.yilianti.incentive.reward;

import java.util.Locale;

/** By what result somebody is rewarded or punished. */
public enum RewardBasis {
    EVALUATION,
    /** Results of a director's term. */
    TENURE,
    EMERGENCY,
    CONDUCT;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RewardBasis of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
