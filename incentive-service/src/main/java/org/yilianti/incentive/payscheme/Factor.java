package org.yilianti.incentive.payscheme;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.yilianti.platform.problem.Violation;

/** What a number that multiplies must be: above 0, at most 10, with at most two decimals, so that products stay exact. */
final class Factor {

    private static final BigDecimal MOST = BigDecimal.TEN;
    private static final int DECIMALS = 2;

    private Factor() {}

    /** Why the factor may not stand; empty when it may. */
    static Optional<Violation> problem(String term, String of, BigDecimal factor) {
        boolean fits = factor.signum() > 0
                && factor.compareTo(MOST) <= 0
                && factor.stripTrailingZeros().scale() <= DECIMALS;
        // Not as a plain number: one with a large exponent would fill the memory.
        return fits
                ? Optional.empty()
                : Optional.of(new Violation("/terms/" + term, "payscheme.factor-unfit", of, factor.toString()));
    }

    static Optional<Violation> problem(String term, Map<String, BigDecimal> factors) {
        return factors.entrySet().stream()
                .flatMap(one -> problem(term, one.getKey(), one.getValue()).stream())
                .findFirst();
    }
}
