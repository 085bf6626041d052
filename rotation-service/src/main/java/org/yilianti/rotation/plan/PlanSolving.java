package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yilianti.rotation.roster.RosterSettings;
import org.yilianti.rotation.solver.Cancellation;
import org.yilianti.rotation.solver.ProgressListener;
import org.yilianti.rotation.solver.RosterEngine;
import org.yilianti.rotation.solver.RosterPlan;
import org.yilianti.rotation.solver.SolveBudget;

/** Solves one plan at a time: claim, build, search, keep. */
@Component
class PlanSolving {

    private static final Logger log = LoggerFactory.getLogger(PlanSolving.class);

    private final PlanManagement rosters;
    private final MonthlyProblems problems;
    private final RosterSettings settings;
    private final Clock clock;
    private final RosterEngine engine = RosterEngine.annealing();
    private final UUID owner = UUID.randomUUID();

    PlanSolving(PlanManagement rosters, MonthlyProblems problems, RosterSettings settings, Clock clock) {
        this.rosters = rosters;
        this.problems = problems;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Solves the next plan, if there is one.
     *
     * @param stopping asked often; once true, the plan is given back unsolved
     * @return whether there was one
     */
    boolean solveNext(BooleanSupplier stopping) {
        Optional<MonthlyPlan> claimed = rosters.claim(owner);
        claimed.ifPresent(plan -> solve(plan, stopping));
        return claimed.isPresent();
    }

    private void solve(MonthlyPlan plan, BooleanSupplier stopping) {
        Lease lease = new Lease(plan.id(), stopping);
        try {
            Instant start = clock.instant();
            MonthlyProblem problem = problems.build(plan);
            RosterPlan solved = engine.solve(problem.problem(), budget(plan), ProgressListener.none(), lease);
            if (lease.lost.get()) {
                rosters.giveBack(plan.id(), owner);
                return;
            }
            keep(plan, problem, solved);
            log.info(
                    "plan {}: {} duties at cost {}, bound {}, in {}",
                    plan.id(),
                    solved.assignments().size(),
                    solved.cost(),
                    solved.bound(),
                    Duration.between(start, clock.instant()));
        } catch (DataAccessException | TransactionException unavailable) {
            log.warn(
                    "plan {} could not be worked on now; whoever finds its lease expired tries again",
                    plan.id(),
                    unavailable);
        } catch (RuntimeException failure) {
            log.error("plan {} cannot be solved", plan.id(), failure);
            rosters.fail(plan, owner, String.valueOf(failure.getMessage()));
        }
    }

    /** A number of steps, not a time: the same plan on a busy machine as on an idle one. */
    private SolveBudget budget(MonthlyPlan plan) {
        return SolveBudget.ofSteps(plan.seconds() * settings.stepsPerSecond(), plan.seed());
    }

    private void keep(MonthlyPlan plan, MonthlyProblem problem, RosterPlan solved) {
        List<UnmetShift> unmet = problem.unmet(solved.assignments());
        OptionalLong bound = solved.bound();
        rosters.draft(
                plan,
                owner,
                new PlanOutcome(
                        solved.cost(),
                        bound.isPresent() ? bound.getAsLong() : null,
                        solved.assignments().size(),
                        unmet.stream().mapToInt(UnmetShift::missing).sum()),
                problem.duties(plan, solved.assignments()),
                unmet);
    }

    /** Keeps the lease alive while the engine asks whether to stop; once stopped or lost it stays so. */
    private final class Lease implements Cancellation {

        private final UUID planId;
        private final BooleanSupplier stopping;
        private final AtomicBoolean lost = new AtomicBoolean();
        private final Duration beat = settings.lease().dividedBy(4);
        private volatile Instant renewAt = clock.instant().plus(beat);

        Lease(UUID planId, BooleanSupplier stopping) {
            this.planId = planId;
            this.stopping = stopping;
        }

        @Override
        public boolean requested() {
            if (stopping.getAsBoolean()) {
                lost.set(true);
            } else if (!lost.get() && clock.instant().isAfter(renewAt)) {
                renewAt = clock.instant().plus(beat);
                lost.set(!rosters.renew(planId, owner));
            }
            return lost.get();
        }
    }
}
