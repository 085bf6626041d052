package org.yilianti.incentive.survey;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The 97.5 % quantile of Student's t distribution: from the table up to 30 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2), above
 * by the asymptotic expansion 26.7.5 of Abramowitz and Stegun, "Handbook of Mathematical Functions", good to six digits there.
 */
final class StudentT {

    /** The 97.5 % quantile of the normal distribution. */
    static final BigDecimal NORMAL = new BigDecimal("1.959963984540054");

    private static final String[] TABLE = {
        "12.706", "4.303", "3.182", "2.776", "2.571", "2.447", "2.365", "2.306", "2.262", "2.228", "2.201", "2.179",
        "2.160", "2.145", "2.131", "2.120", "2.110", "2.101", "2.093", "2.086", "2.080", "2.074", "2.069", "2.064",
        "2.060", "2.056", "2.052", "2.048", "2.045", "2.042"
    };
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    /** Coefficients of the powers 1, 3, 5, 7 of the normal quantile in the terms of 1/ν, 1/ν², 1/ν³; the divisor comes last. */
    private static final long[][] TERMS = {{1, 1, 0, 0, 4}, {3, 16, 5, 0, 96}, {-15, 17, 19, 3, 384}};

    private StudentT() {}

    /** For at least one degree of freedom. */
    static BigDecimal quantile(int degrees) {
        if (degrees <= TABLE.length) {
            return new BigDecimal(TABLE[degrees - 1]);
        }
        BigDecimal sum = NORMAL;
        BigDecimal power = BigDecimal.ONE;
        for (long[] term : TERMS) {
            power = power.multiply(BigDecimal.valueOf(degrees));
            sum = sum.add(polynomial(term).divide(power, EXACT_ENOUGH));
        }
        return sum;
    }

    private static BigDecimal polynomial(long[] term) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int index = 0; index < term.length - 1; index++) {
            sum = sum.add(BigDecimal.valueOf(term[index]).multiply(NORMAL.pow(2 * index + 1)));
        }
        return sum.divide(BigDecimal.valueOf(term[term.length - 1]), EXACT_ENOUGH);
    }
}
