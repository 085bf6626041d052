package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far scores lie apart.
 *
 * @param deviation the sample standard deviation (divided by n − 1), six decimals, half to even; null of a single score
 */
public record Spread(
        BigDecimal least, BigDecimal most, @Nullable BigDecimal deviation) {

    static final int DECIMALS = 6;

    /** Of at least one score, in any order. */
    static Spread of(List<BigDecimal> scores) {
        BigDecimal least = scores.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal most = scores.stream().reduce(BigDecimal::max).orElseThrow();
        if (scores.size() == 1) {
            return new Spread(least, most, null);
        }
        BigDecimal mean = mean(scores, MathContext.DECIMAL128);
        BigDecimal squares =
                scores.stream().map(one -> one.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = squares.divide(BigDecimal.valueOf(scores.size() - 1L), MathContext.DECIMAL128);
        return new Spread(least, most, rounded(variance.sqrt(MathContext.DECIMAL128)));
    }

    public BigDecimal range() {
        return most.subtract(least);
    }

    static BigDecimal mean(List<BigDecimal> scores, MathContext precision) {
        return scores.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(scores.size()), precision);
    }

    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
