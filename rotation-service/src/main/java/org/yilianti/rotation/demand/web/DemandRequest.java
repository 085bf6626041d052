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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.Weekdays;
import org.yilianti.rotation.directory.StaffCategory;

/** The cover one institution needs in a month. */
record DemandRequest(
        @NotNull UUID institutionId,
        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull StatedShift> shifts) {

    /** One shift; weekdays MON to SUN, start as local time HH:mm. */
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
            @NotNull @Min(0) @Max(10_000) Integer desired) {

        private DemandShift shift() {
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
                    desired);
        }
    }

    /** The shifts; refuses (422) codes that occur twice and a minimum above the desired number. */
    List<DemandShift> demandShifts() {
        List<Violation> violations = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < shifts.size(); index++) {
            StatedShift shift = shifts.get(index);
            if (!codes.add(shift.code)) {
                violations.add(new Violation("/shifts/" + index + "/code", "demand.code-twice", shift.code));
            }
            if (shift.desired < shift.minimum) {
                violations.add(new Violation(
                        "/shifts/" + index + "/desired", "demand.desired-below-minimum", shift.minimum, shift.desired));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return shifts.stream().map(StatedShift::shift).toList();
    }
}
