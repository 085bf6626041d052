package org.yilianti.incentive.campaign;

import java.util.Locale;

/** Why a part counts as it does. */
public enum PartReason {
    /** All scores count. */
    COUNTED,
    /** All but the extremes count. */
    EXTREMES_DROPPED,
    /** All count, as there are too few to drop any. */
    TOO_FEW_TO_DROP,
    /** Nobody gave a score, or an answer. */
    NOTHING_GIVEN,
    /** Fewer experts than the policy wants. */
    PANEL_TOO_SMALL,
    /** Fewer answers than the policy wants. */
    SAMPLE_TOO_SMALL,
    /** Set right after an objection. */
    CORRECTED;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static PartReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
