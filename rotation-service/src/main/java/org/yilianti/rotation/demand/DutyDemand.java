package org.yilianti.rotation.demand;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What one institution needs in one month. */
public record DutyDemand(
        UUID id, UUID association, long version, UUID institutionId, YearMonth month, List<DemandShift> shifts) {}
