package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.Band;
import org.yilianti.incentive.scheme.DataSource;
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

        @NotNull @Pattern(regexp = "linear|ratio|threshold|reverse|banded") String scoring,

        @Size(max = 50) @Nullable String parent,
        @Size(max = 20) @Nullable List<@Valid @NotNull BandRequest> bands,
        @Size(max = 30) @Nullable String unit,

        @Pattern(regexp = "entry|service-events|verification|campaign|survey") @Nullable String source) {

    /** A step of a banded indicator: values from {@code from} on earn {@code score}. */
    record BandRequest(
            @NotNull @Pattern(regexp = DECIMAL) String from,

            @NotNull @Pattern(regexp = DECIMAL) String score) {

        Band toBand() {
            return new Band(new BigDecimal(from), new BigDecimal(score));
        }
    }

    /** No exponents: a few characters of one would make a number of gigabytes. */
    static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,15})?";

    Indicator toIndicator() {
        return new Indicator(
                code,
                name,
                nameEn,
                new BigDecimal(weight),
                new BigDecimal(target),
                new BigDecimal(Objects.requireNonNullElse(floor, "0")),
                Scoring.of(scoring),
                Objects.requireNonNullElse(parent, ""),
                Objects.requireNonNullElse(bands, List.<BandRequest>of()).stream()
                        .map(BandRequest::toBand)
                        .toList(),
                unit,
                DataSource.of(source));
    }
}
