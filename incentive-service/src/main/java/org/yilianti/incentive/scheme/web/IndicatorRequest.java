package org.yilianti.incentive.scheme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.Scoring;

/** One indicator as its author writes it; decimals may be strings or numbers. */
record IndicatorRequest(
        @NotBlank @Size(max = 50) String code,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) @Nullable String nameEn,

        @NotNull @Pattern(regexp = DECIMAL) String weight,

        @NotNull @Pattern(regexp = DECIMAL) String target,

        @Pattern(regexp = DECIMAL) @Nullable String floor,

        @NotNull @Pattern(regexp = "linear|ratio|threshold|reverse") String scoring) {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,15})?";

    Indicator toIndicator() {
        return new Indicator(
                code,
                name,
                nameEn,
                new BigDecimal(weight),
                new BigDecimal(target),
                new BigDecimal(Objects.requireNonNullElse(floor, "0")),
                Scoring.of(scoring));
    }
}
