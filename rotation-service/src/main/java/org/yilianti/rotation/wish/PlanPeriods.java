package org.yilianti.rotation.wish;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yilianti.platform.access.Caller;

/** Tells for which sites and month a plan is; whoever keeps plans answers. */
public interface PlanPeriods {

    /** Empty for a plan that the caller may not see as a scheduler. */
    Optional<PlanPeriod> find(Caller caller, UUID planId);

    /** Sites and month of a plan. */
    record PlanPeriod(Set<UUID> institutionIds, YearMonth month) {}
}
