package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the pay policy, copied into each run when it is calculated.
 *
 * @param kindWeights worth of a minute by kind of service; outreach counts above service on site
 * @param nightFactor on a minute of a night
 * @param coefficients of the post, by title
 */
@ConfigurationProperties("incentive.payrun")
record PayrunSettings(
        Map<String, BigDecimal> kindWeights,
        @DefaultValue("1.5") BigDecimal nightFactor,
        Map<String, BigDecimal> coefficients) {

    PayrunSettings {
        kindWeights = Map.copyOf(kindWeights);
        coefficients = Map.copyOf(coefficients);
    }

    /** Worth of a minute of service; exact. */
    BigDecimal weight(String kind, boolean night) {
        BigDecimal weight = kindWeights.get(kind);
        if (weight == null) {
            throw new IllegalArgumentException("no weight is set for service of kind " + kind);
        }
        return night ? weight.multiply(nightFactor) : weight;
    }
}
