package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.Assignment;

/** The worker's side of a plan: claimed, kept alive, watched, and drafted, failed or given back. */
@Component
@Transactional
class PlanJobManagement {

    private final MonthlyPlans plans;
    private final PlanLeases leases;
    private final PlanProgresses progresses;
    private final PlanPins pins;
    private final Duties duties;
    private final UnmetShifts unmetShifts;
    private final PlanSettings settings;
    private final Clock clock;

    PlanJobManagement(
            MonthlyPlans plans,
            PlanLeases leases,
            PlanProgresses progresses,
            PlanPins pins,
            Duties duties,
            UnmetShifts unmetShifts,
            PlanSettings settings,
            Clock clock) {
        this.plans = plans;
        this.leases = leases;
        this.progresses = progresses;
        this.pins = pins;
        this.duties = duties;
        this.unmetShifts = unmetShifts;
        this.settings = settings;
        this.clock = clock;
    }

    /** The next plan to solve, leased to {@code owner}; empty when there is none. */
    Optional<MonthlyPlan> claim(UUID owner) {
        Instant now = clock.instant();
        Optional<MonthlyPlan> next = leases.lockNext(now).map(MonthlyPlan::claimed);
        next.ifPresent(plan -> leases.lease(plan, owner, now.plus(settings.lease())));
        return next;
    }

    /** Whether {@code owner} still holds the plan; prolongs the lease. */
    boolean renew(UUID planId, UUID owner) {
        return leases.renew(planId, owner, clock.instant().plus(settings.lease()));
    }

    /** Gives a plan back unsolved. */
    void giveBack(UUID planId, UUID owner) {
        leases.release(planId, owner);
    }

    /** Tells how far the search is; who has lost the plan tells nothing. */
    void tell(UUID planId, UUID owner, PlanProgress progress) {
        if (renew(planId, owner)) {
            progresses.tell(planId, progress, clock.instant());
        }
    }

    /** Keeps the best plan so far and what it took, for whoever has to go on. */
    void save(UUID planId, UUID owner, List<Assignment> best, SearchEffort spent) {
        if (renew(planId, owner)) {
            progresses.save(planId, best, spent, clock.instant());
        }
    }

    /** What others had spent on the plan from which the search goes on. */
    SearchEffort spent(UUID planId) {
        return progresses.spent(planId);
    }

    /** Keeps what was solved, unless another worker has taken the plan over or it was cancelled meanwhile. */
    void draft(MonthlyPlan plan, UUID owner, SolvedPlan solved) {
        if (renew(plan.id(), owner)) {
            plans.update(plan.drafted(solved.outcome()));
            duties.insert(solved.duties());
            unmetShifts.insert(plan.id(), solved.unmet());
            pins.markRefused(plan.id(), solved.refusedPins());
            progresses.clear(plan.id());
        }
    }

    /** Keeps why a plan cannot be solved. */
    void fail(MonthlyPlan plan, UUID owner, String why) {
        if (renew(plan.id(), owner)) {
            plans.update(plan.failed(why));
            progresses.clear(plan.id());
        }
    }

    /** Everything that solving yields. */
    record SolvedPlan(
            PlanOutcome outcome, List<Duty> duties, List<UnmetShift> unmet, List<PlanPins.Refused> refusedPins) {}
}
