package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An institution's part of the inputs.
 *
 * @param code unique in the run
 * @param score 0 to 1
 */
record InstitutionInput(UUID id, String code, long population, BigDecimal score) {

    /** What the pool is split by: population × score. */
    BigDecimal weight() {
        return score.multiply(BigDecimal.valueOf(population));
    }
}
