package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An institution whose month is evaluated.
 *
 * @param score 0 to 1, exact; null while the evaluation is open
 */
public record EvaluatedInstitution(
        UUID id, String code, String name, @Nullable BigDecimal score) {}
