package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.UUID;
import org.yilianti.incentive.scheme.Indicator;

/**
 * What one indicator contributes to an institution's score, and why.
 *
 * @param score 0 to 1
 */
public record IndicatorScore(
        UUID institution, String indicator, BigDecimal weight, BigDecimal value, BigDecimal score) {

    static IndicatorScore of(Indicator indicator, Measure measure) {
        return new IndicatorScore(
                measure.institution(),
                indicator.code(),
                indicator.weight(),
                measure.value(),
                indicator.score(measure.value()));
    }

    /** Weight × score, exact. */
    public BigDecimal weighted() {
        return weight.multiply(score);
    }
}
