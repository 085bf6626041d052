package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An institution's part of the inputs.
 *
 * @param code unique in the run
 * @param score 0 to 1
 * @param tier empty where the run is older than pay schemes
 * @param preference of the pay scheme for institutions of this tier
 */
record InstitutionInput(UUID id, String code, long population, BigDecimal score, String tier, BigDecimal preference) {

    /** One that no scheme prefers. */
    InstitutionInput(UUID id, String code, long population, BigDecimal score) {
        this(id, code, population, score, "", BigDecimal.ONE);
    }

    /** What the pool is split by: population × score × preference. */
    BigDecimal weight() {
        return score.multiply(BigDecimal.valueOf(population)).multiply(preference);
    }

    InstitutionInput withScore(BigDecimal other) {
        return new InstitutionInput(id, code, population, other, tier, preference);
    }

    InstitutionInput withPreference(BigDecimal other) {
        return new InstitutionInput(id, code, population, score, tier, other);
    }
}
