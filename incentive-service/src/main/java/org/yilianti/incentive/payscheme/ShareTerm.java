package org.yilianti.incentive.payscheme;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.yilianti.platform.problem.Violation;

/** How the pool is divided among institutions, and how far people of one may be apart. */
public sealed interface ShareTerm extends PayTerm {

    /** Multiplies what institutions of these tiers weigh when the pool is split: population × score × preference. */
    record GrassrootsPreference(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal factor,

            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> tiers)
            implements ShareTerm {

        @Override
        public Optional<Violation> problem() {
            return Factor.problem(code, "factor", factor);
        }
    }

    /** Nobody gets more of an institution's money than so many times the mean of those with points; the rest goes to the others. */
    record Cap(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal timesMean)
            implements ShareTerm {

        @Override
        public Optional<Violation> problem() {
            return timesMean.compareTo(BigDecimal.ONE) < 0
                    ? Optional.of(new Violation("/terms/" + code, "payscheme.cap-below-mean", timesMean.toString()))
                    : Factor.problem(code, "timesMean", timesMean);
        }
    }

    /** Whoever has points at an institution gets at least this of its money, as far as there is enough for all of them. */
    record Floor(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(99_999_999L) long fen)
            implements ShareTerm {}
}
