package org.yilianti.staff.member;

import java.math.BigDecimal;
import org.yilianti.platform.problem.Refusal;

/**
 * Limits of appointments (R3); those in force on the day of a change hold for it.
 *
 * @param maxFte most working time of one person over all appointments of a day; 1.00 is full time, whole hundredths
 */
record AppointmentLimits(BigDecimal maxFte) {

    private static final BigDecimal MOST = new BigDecimal(2);

    /** Refuses (422) less than full time, more than double, and parts of a hundredth. */
    AppointmentLimits {
        if (maxFte.compareTo(BigDecimal.ONE) < 0
                || maxFte.compareTo(MOST) > 0
                || maxFte.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("policy.max-fte-unfit", maxFte.toString());
        }
    }

    /** What holds until an association decides otherwise. */
    static AppointmentLimits standard() {
        return new AppointmentLimits(new BigDecimal("1.20"));
    }

    int maxFtePercent() {
        return maxFte.movePointRight(2).intValueExact();
    }
}
