package org.yilianti.incentive.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A share from 0 to 1 with its two-sided 95 % confidence interval, to six decimals, half to even.
 *
 * <p>A proportion has the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
 * of the American Statistical Association 22 (1927) 209–212, recommended by R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872. A
 * mean has Student's t interval (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2), cut off at 0 and 1.
 *
 * @param respondents who it rests on
 * @param low null, as is {@code high}, where one respondent alone tells nothing of the spread
 */
public record Estimate(
        int respondents,
        BigDecimal share,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Method method) {

    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;
    private static final int DECIMALS = 6;

    /** How an interval was found. */
    public enum Method {
        WILSON,
        T;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code yes} of {@code all}, which is above 0. */
    public static Estimate proportion(int yes, int all) {
        BigDecimal x = BigDecimal.valueOf(yes);
        BigDecimal n = BigDecimal.valueOf(all);
        BigDecimal z = StudentT.NORMAL;
        BigDecimal zz = z.multiply(z);
        BigDecimal whole = n.add(zz);
        BigDecimal centre = x.add(half(zz)).divide(whole, EXACT_ENOUGH);
        BigDecimal variance = x.multiply(n.subtract(x)).divide(n, EXACT_ENOUGH).add(half(half(zz)));
        BigDecimal reach = z.multiply(variance.sqrt(EXACT_ENOUGH)).divide(whole, EXACT_ENOUGH);
        return new Estimate(
                all,
                rounded(x.divide(n, EXACT_ENOUGH)),
                bound(centre.subtract(reach)),
                bound(centre.add(reach)),
                Method.WILSON);
    }

    /** The mean of at least one share; their order does not matter. */
    public static Estimate mean(List<BigDecimal> shares) {
        int count = shares.size();
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal mean =
                shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, EXACT_ENOUGH);
        if (count == 1) {
            return new Estimate(1, rounded(mean), null, null, Method.T);
        }
        BigDecimal squares =
                shares.stream().map(one -> one.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal error = squares.divide(n.multiply(BigDecimal.valueOf(count - 1L)), EXACT_ENOUGH)
                .sqrt(EXACT_ENOUGH);
        BigDecimal reach = StudentT.quantile(count - 1).multiply(error);
        return new Estimate(count, rounded(mean), bound(mean.subtract(reach)), bound(mean.add(reach)), Method.T);
    }

    private static BigDecimal half(BigDecimal value) {
        return value.divide(BigDecimal.TWO, EXACT_ENOUGH);
    }

    private static BigDecimal bound(BigDecimal value) {
        return rounded(value.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
