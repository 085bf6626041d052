package org.yilianti.incentive.payrun.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How decimals are shown: as strings, so that no reader rounds them. */
final class Decimals {

    private static final BigDecimal MINUTES_OF_A_POINT = BigDecimal.valueOf(60);
    private static final int SHOWN = 4;

    private Decimals() {}

    /** Exactly, without trailing zeros. */
    static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Minutes as hours or points, rounded half to even to four decimals for the eye. */
    static String hours(BigDecimal minutes) {
        return exact(minutes.divide(MINUTES_OF_A_POINT, SHOWN, RoundingMode.HALF_EVEN));
    }
}
