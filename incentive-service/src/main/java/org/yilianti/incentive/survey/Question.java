package org.yilianti.incentive.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param code unique in its set
 * @param scale whether it is answered by a step from 1 to {@code steps}; otherwise by no (0) or yes (1)
 * @param steps 2 to 10; 2 of a question that is no scale
 */
public record Question(
        String code,
        Topic topic,
        boolean scale,
        int steps,
        String text,
        @Nullable String textEn) {

    /** Whether somebody can answer so. */
    boolean takes(int value) {
        return scale ? value >= 1 && value <= steps : value == 0 || value == 1;
    }

    /** An answer as a share from 0 (no, or the first step) to 1 (yes, or the last step). */
    BigDecimal share(int value) {
        return scale
                ? BigDecimal.valueOf(value - 1L).divide(BigDecimal.valueOf(steps - 1L), MathContext.DECIMAL128)
                : BigDecimal.valueOf(value);
    }
}
