package org.yilianti.incentive.payrun.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.OtherRules;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.money.Money;

/**
 * Rules to try on a run; what is left out stays as the run had it. Decimals may be strings or numbers.
 *
 * @param schemeId scores the institutions' measures by another scheme, be it a draft
 * @param kindWeights worth of a minute of every kind of service
 * @param coefficients of every title
 * @param paySchemeId computes by all of another pay scheme, be it a draft; not together with single factors
 * @param poolFen another amount to split
 */
record SimulationRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable UUID schemeId,

        @Size(min = 1, max = 50) @Nullable Map<@NotBlank @Size(max = 40) String, @NotNull @Pattern(regexp = DECIMAL) String> kindWeights,

        @Pattern(regexp = DECIMAL) @Nullable String nightFactor,

        @Size(min = 1, max = 50) @Nullable Map<@NotBlank @Size(max = 40) String, @NotNull @Pattern(regexp = DECIMAL) String> coefficients,

        @Nullable UUID paySchemeId,
        @Positive @Max(999_999_999_999L) @Nullable Long poolFen) {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,15})?";

    OtherRules toRules() {
        return new OtherRules(
                schemeId == null ? null : new SchemeId(schemeId),
                decimals(kindWeights),
                nightFactor == null ? null : new BigDecimal(nightFactor),
                decimals(coefficients),
                paySchemeId == null ? null : new PaySchemeId(paySchemeId),
                poolFen == null ? null : Money.ofFen(poolFen));
    }

    private static @Nullable Map<String, BigDecimal> decimals(@Nullable Map<String, String> texts) {
        if (texts == null) {
            return null;
        }
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        texts.forEach((name, text) -> decimals.put(name, new BigDecimal(text)));
        return decimals;
    }
}
