package org.yilianti.rotation.limit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.InEra;
import org.yilianti.rotation.limit.PersonalLimit;
import org.yilianti.rotation.roster.LimitValues;

/** An exception asked for: who, when ({@code to} is exclusive), what, and why. */
record LimitOrder(
        @NotNull UUID memberId,
        @NotNull @InEra LocalDate from,
        @NotNull @InEra LocalDate to,
        @NotNull @Valid WantedLimits limits,
        @NotBlank @Size(max = 1000) String reason) {

    /** The limits that differ; what is left out stays as it is for everybody. */
    record WantedLimits(
            @Nullable @Min(0) @Max(168) Integer weeklyHours,
            @Nullable @Min(0) @Max(744) Integer monthlyHours,
            @Nullable @Min(1) @Max(31) Integer consecutiveDays,
            @Nullable @Min(0) @Max(31) Integer consecutiveNights,
            @Nullable @Min(0) @Max(6) Integer weekends,
            @Nullable @Min(0) @Max(168) Integer restHours,
            @Nullable @Min(0) @Max(168) Integer restAfterNightHours,
            @Nullable @Min(0) @Max(744) Integer leastMonthlyHours,
            @Nullable @Min(0) @Max(31) Integer leastConsecutiveDays,
            @Nullable @Min(0) @Max(31) Integer leastConsecutiveDaysOff,

            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 20) String, @NotNull @Min(0) @Max(31) Integer> dutiesPerShift) {

        private LimitValues values() {
            return new LimitValues(
                    weeklyHours,
                    monthlyHours,
                    consecutiveDays,
                    consecutiveNights,
                    weekends,
                    restHours,
                    restAfterNightHours,
                    leastMonthlyHours,
                    leastConsecutiveDays,
                    leastConsecutiveDaysOff,
                    dutiesPerShift == null ? Map.of() : dutiesPerShift);
        }
    }

    PersonalLimit.Wanted wanted() {
        if (!to.isAfter(from)) {
            throw Refusal.invalid("limit.period-inverted", from, to).at("/to");
        }
        return new PersonalLimit.Wanted(memberId, new DatePeriod(from, to), limits.values(), reason);
    }
}
