package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.Map;
import org.yilianti.incentive.scheme.IncomeRule;
import org.yilianti.platform.problem.Refusal;

/**
 * The numbers by which work becomes pay (I5); those in force on the last day of a month are copied into its runs.
 *
 * @param kindWeights worth of a minute by kind of service; outreach counts above service on site (I2)
 * @param nightFactor on a minute of a night
 * @param coefficients of the post, by title
 */
record PayPolicy(Map<String, BigDecimal> kindWeights, BigDecimal nightFactor, Map<String, BigDecimal> coefficients) {

    private static final BigDecimal MOST = BigDecimal.TEN;
    private static final int DECIMALS = 2;

    /** Refuses (422) factors that are not above 0 and at most 10, or have more than two decimals: products must stay exact; and kinds that name medical income (I2). */
    PayPolicy {
        kindWeights = Map.copyOf(kindWeights);
        coefficients = Map.copyOf(coefficients);
        kindWeights.keySet().forEach(PayPolicy::refuseIncome);
        kindWeights.forEach(PayPolicy::check);
        coefficients.forEach(PayPolicy::check);
        check("nightFactor", nightFactor);
    }

    /** What holds until an association decides otherwise. */
    static PayPolicy standard() {
        return new PayPolicy(
                Map.of(
                        "duty", new BigDecimal("1.0"),
                        "clinic", new BigDecimal("1.0"),
                        "outreach", new BigDecimal("1.3"),
                        "training", new BigDecimal("1.0")),
                new BigDecimal("1.5"),
                Map.of(
                        "none", new BigDecimal("0.9"),
                        "junior", new BigDecimal("1.0"),
                        "intermediate", new BigDecimal("1.2"),
                        "associate-senior", new BigDecimal("1.5"),
                        "senior", new BigDecimal("1.8")));
    }

    private static void refuseIncome(String kind) {
        IncomeRule.matchedTerm(kind).ifPresent(term -> {
            throw Refusal.invalid("policy.income-weighted", kind, IncomeRule.CLAUSE);
        });
    }

    private static void check(String name, BigDecimal factor) {
        if (factor.signum() <= 0
                || factor.compareTo(MOST) > 0
                || factor.stripTrailingZeros().scale() > DECIMALS) {
            // Not as a plain number: one with a large exponent would fill the memory.
            throw Refusal.invalid("policy.factor-unfit", name, factor.toString());
        }
    }

    /** Worth of a minute of service; exact. */
    BigDecimal weight(String kind, boolean night) {
        BigDecimal weight = kindWeights.get(kind);
        if (weight == null) {
            throw new IllegalArgumentException("no weight is set for service of kind " + kind);
        }
        return night ? weight.multiply(nightFactor) : weight;
    }
}
