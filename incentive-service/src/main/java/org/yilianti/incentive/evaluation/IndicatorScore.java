package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.NoData;

/**
 * What one indicator contributes to an institution's score, and why.
 *
 * @param weight its part of the whole
 * @param value null when there was none
 * @param score 0 to 1; 0 without a value
 * @param noData what became of a missing value; null when there was one
 */
public record IndicatorScore(
        UUID institution,
        String indicator,
        BigDecimal weight,
        @Nullable BigDecimal value,
        BigDecimal score,
        @Nullable NoData noData) {

    static IndicatorScore of(Indicator indicator, BigDecimal weight, Measure measure) {
        return new IndicatorScore(
                measure.institution(),
                indicator.code(),
                weight,
                measure.value(),
                indicator.score(measure.value()),
                null);
    }

    static IndicatorScore missing(UUID institution, Indicator indicator, BigDecimal weight, NoData policy) {
        return new IndicatorScore(institution, indicator.code(), weight, null, BigDecimal.ZERO, policy);
    }

    /** Weight × score, exact. */
    public BigDecimal weighted() {
        return weight.multiply(score);
    }

    /** The weight that counts in the whole: none when it is left out. */
    BigDecimal counted() {
        return noData == NoData.EXCLUDE ? BigDecimal.ZERO : weight;
    }
}
