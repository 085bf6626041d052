package org.yilianti.incentive.payscheme;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.yilianti.platform.problem.Violation;

/** What somebody's work is worth: points are minutes × weight × quality × post coefficient. */
public sealed interface PointTerm extends PayTerm {

    /** Worth of a minute by kind of service: minutes × weight is the standard workload. */
    record StandardWorkload(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotEmpty @Size(max = 50) @JsonFormat(shape = JsonFormat.Shape.STRING)
            Map<@NotBlank @Size(max = 40) String, @NotNull BigDecimal> weights)
            implements PointTerm {

        @Override
        public Optional<Violation> problem() {
            return Factor.problem(code, weights);
        }
    }

    /** Multiplies the worth of a minute at night. */
    record NightFactor(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal factor)
            implements PointTerm {

        @Override
        public Optional<Violation> problem() {
            return Factor.problem(code, "factor", factor);
        }
    }

    /** Multiplies by the person's quality of the month's evaluation, 1 where none was given. */
    record Quality(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn)
            implements PointTerm {}

    /** Multiplies by the coefficient of the post, by title. */
    record PostCoefficient(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotEmpty @Size(max = 50) @JsonFormat(shape = JsonFormat.Shape.STRING)
            Map<@NotBlank @Size(max = 40) String, @NotNull BigDecimal> coefficients)
            implements PointTerm {

        @Override
        public Optional<Violation> problem() {
            return Factor.problem(code, coefficients);
        }
    }
}
