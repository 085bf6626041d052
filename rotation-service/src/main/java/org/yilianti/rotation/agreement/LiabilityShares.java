package org.yilianti.rotation.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Who bears which part of the medical risk, in percent with two decimals.
 *
 * @param homePercent part of the home institution
 * @param hostPercent part of the host
 * @param memberPercent part of the member
 */
public record LiabilityShares(BigDecimal homePercent, BigDecimal hostPercent, BigDecimal memberPercent) {

    private static final BigDecimal WHOLE = new BigDecimal("100.00");

    /** @throws IllegalArgumentException unless the shares are not negative, have at most two decimals and sum to exactly 100.00 */
    public LiabilityShares {
        homePercent = share(homePercent);
        hostPercent = share(hostPercent);
        memberPercent = share(memberPercent);
        if (homePercent.add(hostPercent).add(memberPercent).compareTo(WHOLE) != 0) {
            throw new IllegalArgumentException("liability shares must sum to 100.00");
        }
    }

    /** What the shares sum to, for telling a caller. */
    public static BigDecimal sum(BigDecimal home, BigDecimal host, BigDecimal member) {
        return home.add(host).add(member);
    }

    private static BigDecimal share(BigDecimal percent) {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("a liability share is negative: " + percent);
        }
        try {
            return percent.setScale(2, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("a liability share has two decimals, not " + percent, tooFine);
        }
    }
}
