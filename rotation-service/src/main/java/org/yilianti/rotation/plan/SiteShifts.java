package org.yilianti.rotation.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;

/** Finds the shifts that a plan is about. */
@Component
class SiteShifts {

    private final DutyDemands demands;

    SiteShifts(DutyDemands demands) {
        this.demands = demands;
    }

    /** By the solver's key, always in the same order. */
    Map<String, SiteShift> of(MonthlyPlan plan) {
        Map<String, SiteShift> shifts = new LinkedHashMap<>();
        for (DutyDemand demand : demands.of(plan.association(), plan.institutionIds(), plan.month())) {
            demand.shifts().forEach(shift -> {
                SiteShift at = new SiteShift(demand.institutionId(), shift);
                shifts.put(at.key(), at);
            });
        }
        return shifts;
    }
}
