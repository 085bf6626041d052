package org.yilianti.rotation.demand.web;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.demand.DemandShift;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.ShiftRules.ShiftWeights;
import org.yilianti.rotation.demand.Weekdays;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/** A demand as callers see it. */
record DemandResource(UUID id, long version, UUID institutionId, String month, List<DemandedShift> shifts) {

    /** One shift. */
    record DemandedShift(
            String code,
            String name,
            String start,
            int minutes,
            boolean night,
            StaffCategory category,
            @Nullable String specialty,
            List<String> weekdays,
            int minimum,
            int desired,
            @Nullable Title leastTitle,
            @Nullable Integer mostPerPerson,
            List<String> forbiddenNext,
            @Nullable ShiftWeights weights) {}

    static DemandResource of(DutyDemand demand) {
        return new DemandResource(
                demand.id(),
                demand.version(),
                demand.institutionId(),
                demand.month().toString(),
                demand.shifts().stream().map(DemandResource::shift).toList());
    }

    private static DemandedShift shift(DemandShift shift) {
        return new DemandedShift(
                shift.code(),
                shift.name(),
                shift.start().toString(),
                shift.minutes(),
                shift.night(),
                shift.category(),
                shift.specialty(),
                EnumSet.copyOf(shift.weekdays()).stream().map(Weekdays::format).toList(),
                shift.minimum(),
                shift.desired(),
                shift.rules().leastTitle(),
                shift.rules().mostPerPerson(),
                shift.rules().forbiddenNext().stream().sorted().toList(),
                shift.rules().weights());
    }
}
