package org.yilianti.incentive.scheme.web;

import io.swagger.v3.oas.annotations.media.Schema;
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

        @Schema(type = "string", description = "decimal; a number is taken too") @NotNull BigDecimal weight,

        @Schema(type = "string", description = "decimal; a number is taken too") @NotNull BigDecimal target,

        @Schema(type = "string", description = "decimal; a number is taken too") @Nullable BigDecimal floor,

        @NotNull @Pattern(regexp = "linear|ratio|threshold|reverse") String scoring) {

    Indicator toIndicator() {
        return new Indicator(
                code,
                name,
                nameEn,
                weight,
                target,
                Objects.requireNonNullElse(floor, BigDecimal.ZERO),
                Scoring.of(scoring));
    }
}
