package org.yilianti.incentive.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.survey.Estimate;

/**
 * What a sample says of a claim.
 *
 * @param rate of refuted items, 0 to 1, six decimals, half to even
 * @param low bound of its 95 % interval, as is {@code high}; null where everything was looked into
 * @param counted what is left of the claim: claimed × (1 − what the policy takes for the rate), six decimals, half to even
 */
public record Discount(
        int refuted,
        BigDecimal rate,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        BigDecimal counted) {

    private static final int DECIMALS = 6;

    /** Of {@code size} items, of which {@code refuted} were refuted, drawn from {@code claimed} records. */
    static Discount of(int claimed, int size, int refuted, VerificationRules rules) {
        Estimate error = Estimate.proportion(refuted, size);
        boolean whole = size == claimed;
        BigDecimal low = whole ? null : error.low();
        BigDecimal high = whole ? null : error.high();
        BigDecimal right = error.share().compareTo(rules.tolerated()) <= 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.subtract(decisive(rules, exact(refuted, size), low, high));
        BigDecimal counted = BigDecimal.valueOf(claimed).multiply(right).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new Discount(refuted, error.share(), low, high, counted);
    }

    private static BigDecimal exact(int refuted, int size) {
        return BigDecimal.valueOf(refuted).divide(BigDecimal.valueOf(size), MathContext.DECIMAL128);
    }

    private static BigDecimal decisive(
            VerificationRules rules, BigDecimal rate, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        BigDecimal bound =
                switch (rules.by()) {
                    case "low" -> low;
                    case "high" -> high;
                    default -> rate;
                };
        return bound == null ? rate : bound;
    }
}
