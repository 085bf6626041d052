package org.yilianti.rotation.demand.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.ShiftRules;
import org.yilianti.rotation.demand.Weekdays;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * One shift as stated; weekdays MON to SUN, start as local time HH:mm.
 *
 * @param leastTitle lowest professional title; left out when any will do
 * @param mostPerPerson most duties of one person in the month; left out when not limited
 * @param forbiddenNext codes of shifts of this demand that must not follow on the next day
 * @param weights what gaps and surplus weigh; left out for 1000, 100 and 30
 */
record StatedShift(
        @NotBlank @Size(max = 20) String code,
        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        String start,

        @NotNull @Min(1) @Max(1440) Integer minutes,
        boolean night,
        @NotNull StaffCategory category,
        @Nullable @Size(max = 100) String specialty,
        @NotEmpty Set<@NotNull @Pattern(regexp = "MON|TUE|WED|THU|FRI|SAT|SUN") String> weekdays,
        @NotNull @Min(0) @Max(10_000) Integer minimum,
        @NotNull @Min(0) @Max(10_000) Integer desired,
        @Nullable Title leastTitle,
        @Nullable @Min(0) @Max(31) Integer mostPerPerson,
        @Nullable @Size(max = 100) Set<@NotBlank String> forbiddenNext,
        @Nullable @Valid StatedWeights weights) {

    /** What missing and surplus heads weigh. */
    record StatedWeights(
            @NotNull @Min(0) @Max(100_000) Integer belowMinimum,
            @NotNull @Min(0) @Max(100_000) Integer belowDesired,
            @NotNull @Min(0) @Max(100_000) Integer aboveDesired) {}

    Set<String> next() {
        return forbiddenNext == null ? Set.of() : forbiddenNext;
    }

    DemandShift shift() {
        return new DemandShift(
                code,
                name,
                LocalTime.parse(start),
                minutes,
                night,
                category,
                specialty,
                weekdays.stream().map(Weekdays::parse).collect(Collectors.toSet()),
                minimum,
                desired,
                new ShiftRules(
                        leastTitle,
                        mostPerPerson,
                        next(),
                        weights == null
                                ? null
                                : new ShiftRules.ShiftWeights(
                                        weights.belowMinimum(), weights.belowDesired(), weights.aboveDesired())));
    }
}
