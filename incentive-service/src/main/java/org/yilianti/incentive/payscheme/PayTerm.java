package org.yilianti.incentive.payscheme;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Violation;

/**
 * One named term of a pay scheme; its type says what it does.
 *
 * <p>Decimals are written as texts, so that no reader rounds them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PayTerm.StandardWorkload.class, name = "standard-workload"),
    @JsonSubTypes.Type(value = PayTerm.NightFactor.class, name = "night-factor"),
    @JsonSubTypes.Type(value = PayTerm.Quality.class, name = "quality"),
    @JsonSubTypes.Type(value = PayTerm.PostCoefficient.class, name = "post-coefficient"),
    @JsonSubTypes.Type(value = PayTerm.GrassrootsPreference.class, name = "grassroots-preference"),
    @JsonSubTypes.Type(value = PayTerm.Cap.class, name = "cap"),
    @JsonSubTypes.Type(value = PayTerm.Floor.class, name = "floor"),
    @JsonSubTypes.Type(value = PayTerm.PostSalary.class, name = "post-salary"),
    @JsonSubTypes.Type(value = PayTerm.RuralAllowance.class, name = "rural-allowance"),
    @JsonSubTypes.Type(value = PayTerm.NightAllowance.class, name = "night-allowance"),
    @JsonSubTypes.Type(value = PayTerm.EmergencyAllowance.class, name = "emergency-allowance"),
    @JsonSubTypes.Type(value = PayTerm.RotationAllowance.class, name = "rotation-allowance"),
    @JsonSubTypes.Type(value = PayTerm.MultiSiteAllowance.class, name = "multi-site-allowance")
})
public sealed interface PayTerm {

    String CODE = "[a-z][a-z0-9-]{0,49}";

    /** Unique in its scheme. */
    String code();

    /** In Chinese. */
    String name();

    String nameEn();

    /** Whether it is an amount of its own, which comes off the pool before the rest is split by points. */
    default boolean isFixed() {
        return false;
    }

    /** What is wrong with its settings; empty when nothing is. */
    default Optional<Violation> problem() {
        return Optional.empty();
    }

    /** Worth of a minute by kind of service: minutes × weight is the standard workload. */
    record StandardWorkload(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotEmpty @Size(max = 50) @JsonFormat(shape = JsonFormat.Shape.STRING)
            Map<@NotBlank @Size(max = 40) String, @NotNull BigDecimal> weights)
            implements PayTerm {

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
            implements PayTerm {

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
            implements PayTerm {}

    /** Multiplies by the coefficient of the post, by title. */
    record PostCoefficient(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotEmpty @Size(max = 50) @JsonFormat(shape = JsonFormat.Shape.STRING)
            Map<@NotBlank @Size(max = 40) String, @NotNull BigDecimal> coefficients)
            implements PayTerm {

        @Override
        public Optional<Violation> problem() {
            return Factor.problem(code, coefficients);
        }
    }

    /** Multiplies what institutions of these tiers weigh when the pool is split: population × score × preference. */
    record GrassrootsPreference(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,

            @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal factor,

            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> tiers)
            implements PayTerm {

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
            implements PayTerm {

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
            implements PayTerm {}

    /** A month's salary by the first rate that fits, split over the person's sites by minutes of service. */
    record PostSalary(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull SalaryRate> rates)
            implements PayTerm {

        /** The rate of somebody; empty when none fits. */
        public Optional<SalaryRate> rate(@Nullable String category, String title, String tier) {
            return rates.stream().filter(one -> one.fits(category, title, tier)).findFirst();
        }

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /**
     * What a post earns a month; what is left out fits everybody.
     *
     * @param category of staff, such as physician
     * @param tier of the institution where the person served most in the month
     */
    record SalaryRate(
            @Size(max = 40) @Nullable String category,
            @Size(max = 40) @Nullable String title,
            @Size(max = 40) @Nullable String tier,
            @PositiveOrZero @Max(99_999_999L) long fen) {

        boolean fits(@Nullable String ofCategory, String ofTitle, String ofTier) {
            return (category == null || category.equals(ofCategory))
                    && (title == null || title.equals(ofTitle))
                    && (tier == null || tier.equals(ofTier));
        }
    }

    /** For each hour of service at institutions of these tiers, rounded down over the month. */
    record RuralAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(99_999L) long fenPerHour,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> tiers)
            implements PayTerm {

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** For each service at night. */
    record NightAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService)
            implements PayTerm {

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** For each service of these kinds. */
    record EmergencyAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> kinds)
            implements PayTerm {

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** For each service at an institution other than the one where the person served most in the month. */
    record RotationAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService)
            implements PayTerm {

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** For each further institution where the person served in the month. */
    record MultiSiteAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(9_999_999L) long fenPerSite)
            implements PayTerm {

        @Override
        public boolean isFixed() {
            return true;
        }
    }
}
