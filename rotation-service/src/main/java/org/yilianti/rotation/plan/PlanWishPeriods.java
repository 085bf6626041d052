package org.yilianti.rotation.plan;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.wish.PlanPeriods;

/** Tells files of wishes what a plan is for. */
@Component
class PlanWishPeriods implements PlanPeriods {

    private final MonthlyPlans plans;
    private final Sights sights;

    PlanWishPeriods(MonthlyPlans plans, Sights sights) {
        this.plans = plans;
        this.sights = sights;
    }

    @Override
    public Optional<PlanPeriod> find(Caller caller, UUID planId) {
        return plans.find(sights.inScope(caller, Role.SCHEDULER), planId)
                .map(plan -> new PlanPeriod(plan.institutionIds(), plan.month()));
    }
}
