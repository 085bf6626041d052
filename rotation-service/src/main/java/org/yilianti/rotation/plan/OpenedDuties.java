package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.RosterPolicy;

/** What a plan leaves unmet, as duties that stand open once it is published. */
@Component
class OpenedDuties {

    private final UnmetShifts unmet;
    private final SiteShifts shifts;
    private final Policies policies;

    OpenedDuties(UnmetShifts unmet, SiteShifts shifts, Policies policies) {
        this.unmet = unmet;
        this.shifts = shifts;
        this.policies = policies;
    }

    /** One for each missing head, by date, with the reason of its gap; of one shift and day no more than policy wants. */
    List<Duty> of(MonthlyPlan plan) {
        int most = policies.inForce(
                        plan.association(), RosterPolicy.class, plan.month().atDay(1))
                .openDutiesPerShift();
        Map<String, SiteShift> demanded = shifts.of(plan);
        List<Duty> opened = new ArrayList<>();
        for (UnmetShift gap : unmet.of(plan.id())) {
            SiteShift at = demanded.get(gap.institutionId() + "/" + gap.shift());
            for (int head = 0; at != null && head < Math.min(gap.missing(), most); head++) {
                opened.add(at.open(plan, gap.date(), gap.reason()));
            }
        }
        return opened;
    }
}
