package org.yilianti.rotation.demand;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What one institution needs in one month. */
public record DutyDemand(
        UUID id, UUID association, long version, UUID institutionId, YearMonth month, List<DemandShift> shifts) {

    /** The same demand with these shifts, which come from another table. */
    DutyDemand of(List<DemandShift> all) {
        return new DutyDemand(id, association, version, institutionId, month, all);
    }

    /** The next version with other shifts. */
    DutyDemand restated(List<DemandShift> others) {
        return new DutyDemand(id, association, version + 1, institutionId, month, List.copyOf(others));
    }
}
