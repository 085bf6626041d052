package org.yilianti.rotation.demand.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.yilianti.rotation.demand.DemandShift;

/** The cover one institution needs in a month. */
record DemandRequest(
        @NotNull UUID institutionId,
        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String month,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull StatedShift> shifts) {

    /** The shifts; refuses (422) those that contradict themselves or each other. */
    List<DemandShift> demandShifts() {
        return StatedShifts.checked(shifts);
    }

    /** The shifts that take the place of all a demand had. */
    record DemandCorrection(@NotEmpty @Size(max = 100) List<@Valid @NotNull StatedShift> shifts) {

        List<DemandShift> demandShifts() {
            return StatedShifts.checked(shifts);
        }
    }
}
