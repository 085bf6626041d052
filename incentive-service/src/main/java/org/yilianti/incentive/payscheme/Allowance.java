package org.yilianti.incentive.payscheme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amount of its own for service under certain circumstances. */
public sealed interface Allowance extends PayTerm {

    @Override
    default boolean isFixed() {
        return true;
    }

    /** For each hour of service at institutions of these tiers, rounded down over the month. */
    record RuralAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(99_999L) long fenPerHour,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> tiers)
            implements Allowance {}

    /** For each service at night. */
    record NightAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService)
            implements Allowance {}

    /**
     * For each service that was delivered under an emergency call-up.
     *
     * @param kinds of service that are paid so whether somebody was called up or not; left out where the call-up alone decides
     */
    record EmergencyAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService,
            @Size(max = 20) @Nullable List<@NotBlank @Size(max = 40) String> kinds)
            implements Allowance {

        /** Whether a service of this kind earns it. */
        public boolean covers(String kind, boolean calledUp) {
            return (kinds == null || kinds.isEmpty()) ? calledUp : kinds.contains(kind);
        }
    }

    /** For each service at an institution other than the one where the person served most in the month. */
    record RotationAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(999_999L) long fenPerService)
            implements Allowance {}

    /** For each further institution where the person served in the month. */
    record MultiSiteAllowance(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @Positive @Max(9_999_999L) long fenPerSite)
            implements Allowance {}
}
