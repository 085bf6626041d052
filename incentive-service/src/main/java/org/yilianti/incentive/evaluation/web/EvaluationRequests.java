package org.yilianti.incentive.evaluation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.evaluation.Measure;
import org.yilianti.incentive.evaluation.PersonQuality;

/** What callers send about evaluations; decimals may be strings or numbers. */
final class EvaluationRequests {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,15})?";

    private EvaluationRequests() {}

    /** An evaluation to open. */
    record EvaluationOpening(
            @NotNull UUID schemeId,
            @NotNull YearMonth month,
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> institutionIds) {}

    /** Values to enter. */
    record MeasureEntry(@NotEmpty @Size(max = 5000) List<@Valid @NotNull MeasureItem> items) {

        List<Measure> toMeasures() {
            return items.stream()
                    .map(one -> new Measure(one.institutionId(), one.indicator(), new BigDecimal(one.value())))
                    .toList();
        }
    }

    /** One value. */
    record MeasureItem(
            @NotNull UUID institutionId,
            @NotBlank @Size(max = 50) String indicator,

            @NotNull @Pattern(regexp = DECIMAL) String value) {}

    /**
     * Delivered service to count.
     *
     * @param kinds of service; all when they are left out
     */
    record CountOrder(
            @NotBlank @Size(max = 50) String indicator,
            @Size(max = 20) @Nullable Set<@NotBlank @Size(max = 40) String> kinds) {

        Set<String> asked() {
            return Objects.requireNonNullElse(kinds, Set.of());
        }
    }

    /** Qualities to enter. */
    record QualityEntry(@NotEmpty @Size(max = 5000) List<@Valid @NotNull QualityItem> items) {

        List<PersonQuality> toQualities() {
            return items.stream()
                    .map(one -> new PersonQuality(one.staffNo(), new BigDecimal(one.quality())))
                    .toList();
        }
    }

    /** One person's quality. */
    record QualityItem(
            @NotBlank @Size(max = 50) String staffNo,

            @NotNull @Pattern(regexp = DECIMAL) String quality) {}
}
