package org.yilianti.incentive.payscheme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month's salary by the first rate that fits, split over the person's sites by minutes of service. */
public record PostSalary(
        @NotNull @Pattern(regexp = PayTerm.CODE) String code,
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

    /**
     * What a post earns a month; what is left out fits everybody.
     *
     * @param category of staff, such as physician
     * @param tier of the institution where the person served most in the month
     */
    public record SalaryRate(
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
}
