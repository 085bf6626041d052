package org.yilianti.incentive.verification;

import java.math.BigDecimal;
import org.yilianti.platform.problem.Refusal;

/**
 * How claims are looked into (I2); those in force on the day a sample is drawn are copied into it.
 *
 * @param sample records that are looked into where nobody asks for more; all of them where there are fewer
 * @param tolerated error rate up to which the claim counts whole
 * @param by what discounts the claim above it: the rate itself, or the lower or upper bound of its interval
 */
public record VerificationRules(int sample, BigDecimal tolerated, String by) {

    private static final int MOST = 5000;
    private static final int DECIMALS = 4;

    /** Refuses (422) numbers that make no sense. */
    public VerificationRules {
        if (sample < 1 || sample > MOST) {
            throw Refusal.invalid("policy.verification-sample-unfit", sample, MOST);
        }
        if (tolerated.signum() < 0
                || tolerated.compareTo(BigDecimal.ONE) >= 0
                || tolerated.stripTrailingZeros().scale() > DECIMALS) {
            // Not as a plain number: one with a large exponent would fill the memory.
            throw Refusal.invalid("policy.verification-rate-unfit", tolerated.toString());
        }
        if (!by.matches("rate|low|high")) {
            throw Refusal.invalid("policy.verification-by-unfit", by);
        }
    }

    /** Custom; no law sets these numbers. */
    static VerificationRules standard() {
        return new VerificationRules(50, new BigDecimal("0.02"), "rate");
    }
}
