package org.yilianti.incentive.appeal.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.appeal.AppealManagement;
import org.yilianti.incentive.appeal.Remedy;

/** What callers send about appeals; decimals may be strings or numbers. */
final class AppealRequests {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final String DECIMAL = "\\d{1,15}(\\.\\d{1,15})?";

    private AppealRequests() {}

    /**
     * What somebody holds against a statement.
     *
     * @param institutionCode of the contested line
     * @param indicator by which that institution was scored; null to contest the line itself
     * @param evidence in words, or where it can be seen
     */
    record AppealObjection(
            @NotBlank @Size(max = 50) String institutionCode,
            @Size(max = 50) @Nullable String indicator,
            @NotBlank @Size(max = 2000) String text,
            @NotBlank @Size(max = 4000) String evidence) {

        AppealManagement.Objection toObjection() {
            return new AppealManagement.Objection(
                    institutionCode, Objects.requireNonNullElse(indicator, ""), text, evidence);
        }
    }

    /** A decision; when upheld with what is right instead: quality or amountFen of a line, value of an indicator. */
    record AppealDecision(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 2000) String reason,

            @Pattern(regexp = DECIMAL) @Nullable String quality,

            @Pattern(regexp = DECIMAL) @Nullable String value,

            @Positive @Max(999_999_999_999L) @Nullable Long amountFen) {

        Remedy toRemedy() {
            return new Remedy(decimal(quality), decimal(value), amountFen);
        }

        private static @Nullable BigDecimal decimal(@Nullable String text) {
            return text == null ? null : new BigDecimal(text);
        }
    }
}
