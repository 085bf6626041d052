package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an institution is judged by.
 *
 * @param code unique in its scheme
 * @param weight its part of the whole score
 * @param target value that earns the full score, in the indicator's own unit
 * @param floor value below which a linear indicator earns nothing; unused by the others
 */
public record Indicator(
        String code,
        String name,
        @Nullable String nameEn,
        BigDecimal weight,
        BigDecimal target,
        BigDecimal floor,
        Scoring scoring) {

    /** The score of a measured value, 0 to 1. */
    public BigDecimal score(BigDecimal value) {
        return scoring.score(value, target, floor);
    }
}
