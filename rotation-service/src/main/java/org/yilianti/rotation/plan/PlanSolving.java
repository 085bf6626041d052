package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yilianti.rotation.solver.RosterEngine;
import org.yilianti.rotation.solver.RosterPlan;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.SolveBudget;

/** Solves one plan at a time: claim, build, search, keep. */
@Component
class PlanSolving {

    private static final Logger log = LoggerFactory.getLogger(PlanSolving.class);

    private final PlanJobManagement jobs;
    private final MonthlyProblems problems;
    private final PlanSettings settings;
    private final Clock clock;
    private final RosterEngine engine = RosterEngine.standard();

    PlanSolving(PlanJobManagement jobs, MonthlyProblems problems, PlanSettings settings, Clock clock) {
        this.jobs = jobs;
        this.problems = problems;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Solves the next plan, if there is one.
     *
     * @param owner one of the workers of all processes
     * @param stopping asked often; once true, the plan is given back unsolved
     * @return whether there was one
     */
    boolean solveNext(UUID owner, BooleanSupplier stopping) {
        Optional<MonthlyPlan> claimed = jobs.claim(owner);
        claimed.ifPresent(plan -> solve(plan, owner, stopping));
        return claimed.isPresent();
    }

    private void solve(MonthlyPlan plan, UUID owner, BooleanSupplier stopping) {
        Duration beat = settings.lease().dividedBy(4);
        try (HeldLease lease = new HeldLease(plan.id(), owner, jobs, stopping, beat)) {
            Instant start = clock.instant();
            SearchEffort spent = jobs.spent(plan.id());
            MonthlyProblem problem = problems.build(plan);
            RosterPlan solved = engine.solve(
                    problem.problem(),
                    budget(plan, spent),
                    new PlanReport(plan.id(), owner, spent, jobs, settings, clock),
                    lease);
            if (lease.requested()) {
                jobs.giveBack(plan.id(), owner);
                return;
            }
            keep(plan, owner, problem, solved);
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
            jobs.fail(plan, owner, String.valueOf(failure.getMessage()));
        } catch (OutOfMemoryError tooLarge) {
            // What the plan held is free again; left as it is, the plan would end one worker after the other.
            log.error("plan {} needs more memory than this process may have", plan.id(), tooLarge);
            jobs.fail(plan, owner, "out of memory: " + tooLarge.getMessage());
        }
    }

    /**
     * A number of steps, not a time: the same plan on a busy machine as on an idle one. Who goes on has what others left, at least a
     * second's worth: it takes some to prove a bound.
     */
    private SolveBudget budget(MonthlyPlan plan, SearchEffort spent) {
        long second = settings.stepsPerSecond();
        return SolveBudget.ofSteps(Math.max(second, plan.seconds() * second - spent.steps()), plan.seed());
    }

    private void keep(MonthlyPlan plan, UUID owner, MonthlyProblem problem, RosterPlan solved) {
        List<UnmetShift> unmet = problem.unmet(solved.assignments());
        OptionalLong bound = solved.bound();
        Map<String, Long> costs = new LinkedHashMap<>();
        new RosterScorer()
                .score(problem.problem(), solved.assignments())
                .byRule()
                .forEach((rule, cost) -> costs.put(rule.code(), cost));
        PlanOutcome outcome = new PlanOutcome(
                solved.cost(),
                bound.isPresent() ? bound.getAsLong() : null,
                problem.own(solved.assignments()).size(),
                unmet.stream().mapToInt(UnmetShift::missing).sum(),
                costs);
        jobs.draft(
                plan,
                owner,
                new PlanJobManagement.SolvedPlan(
                        outcome,
                        problem.duties(plan, solved.assignments()),
                        unmet,
                        solved.refusedPins().stream()
                                .filter(pin ->
                                        problem.shifts().containsKey(pin.pin().shiftType()))
                                .map(pin -> PlanPins.Refused.of(pin, problem))
                                .toList()));
    }
}
