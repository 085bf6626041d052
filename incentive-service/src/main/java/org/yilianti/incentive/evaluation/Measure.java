package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A measured value.
 *
 * @param indicator code of the scheme's indicator
 * @param value zero or more, in the indicator's unit
 */
public record Measure(UUID institution, String indicator, BigDecimal value) {

    /** What is measured where. */
    List<Object> key() {
        return List.of(institution, indicator);
    }
}
