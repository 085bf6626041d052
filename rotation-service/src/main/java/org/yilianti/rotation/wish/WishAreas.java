package org.yilianti.rotation.wish;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.wish.PlanPeriods.PlanPeriod;

/** Finds the area that a caller names, by a plan or by a site and a month. */
@Component
public class WishAreas {

    private final Institutions institutions;
    private final PlanPeriods plans;

    WishAreas(Institutions institutions, PlanPeriods plans) {
        this.institutions = institutions;
        this.plans = plans;
    }

    /** Refuses (422) anything but a plan alone or a site with a month, and (404) what is not the caller's to schedule. */
    public WishArea of(Caller caller, @Nullable UUID plan, @Nullable UUID institution, @Nullable YearMonth month) {
        if (plan != null && institution == null && month == null) {
            PlanPeriod period = plans.find(caller, plan).orElseThrow(() -> Refusal.notFound("plan.unknown", plan));
            return area(caller, period);
        }
        if (plan != null || institution == null || month == null) {
            throw Refusal.invalid("wish-file.area");
        }
        return area(caller, new PlanPeriod(Set.of(institution), month));
    }

    private WishArea area(Caller caller, PlanPeriod period) {
        Map<UUID, Institution> sites = institutions.byId(caller.association(), period.institutionIds());
        for (UUID id : period.institutionIds()) {
            Institution site = sites.get(id);
            if (site == null || !caller.scope(Role.SCHEDULER).permits(site.code())) {
                throw Refusal.notFound("institution.unknown", id);
            }
        }
        return new WishArea(caller.association(), sites, period.month());
    }
}
