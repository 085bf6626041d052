package org.yilianti.rotation.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.PlanOutcome;
import org.yilianti.rotation.plan.PlanProgress;
import org.yilianti.rotation.plan.PlanStatus;

/**
 * A plan as callers see it; cost, bound, assigned, unmet and the costs by rule are null until it is solved.
 *
 * @param gap how far the plan may be from the best there is; null without a proven bound
 * @param basedOn the draft it goes on from
 * @param progress how far the search is; null unless a worker has it
 * @param failure what to do about a plan that could not be solved, in the caller's language; what happened is in the log
 */
record PlanResource(
        UUID id,
        long version,
        PlanStatus status,
        String month,
        List<UUID> institutionIds,
        int seconds,
        long seed,
        Instant requestedAt,
        @Nullable UUID basedOn,
        @Nullable Long cost,
        @Nullable Long bound,
        @Nullable PlanGap gap,
        @Nullable Integer assigned,
        @Nullable Integer unmet,
        @Nullable Map<String, Long> costByRule,
        @Nullable SolvingProgress progress,
        @Nullable String failure) {

    /** A look at a running search. */
    record SolvingProgress(
            long steps,
            long elapsedMillis,
            long cost,
            @Nullable Long bound,
            @Nullable PlanGap gap) {

        static @Nullable SolvingProgress of(@Nullable PlanProgress progress) {
            return progress == null
                    ? null
                    : new SolvingProgress(
                            progress.steps(),
                            progress.elapsedMillis(),
                            progress.cost(),
                            progress.bound(),
                            PlanGap.of(progress.cost(), progress.bound()));
        }
    }

    /** Of a plan that has not failed and is not being solved. */
    static PlanResource of(MonthlyPlan plan) {
        return of(plan, null, null);
    }

    static PlanResource of(MonthlyPlan plan, @Nullable PlanProgress progress, ProblemFactory texts, Locale locale) {
        String failure =
                plan.failure() == null ? null : texts.text("plan.solving-failed", new Object[] {plan.id()}, locale);
        return of(plan, progress, failure);
    }

    private static PlanResource of(MonthlyPlan plan, @Nullable PlanProgress progress, @Nullable String failure) {
        PlanOutcome outcome = plan.outcome();
        return new PlanResource(
                plan.id(),
                plan.version(),
                plan.status(),
                plan.month().toString(),
                plan.institutionIds().stream().sorted().toList(),
                plan.seconds(),
                plan.seed(),
                plan.requestedAt(),
                plan.basedOn(),
                outcome == null ? null : outcome.cost(),
                outcome == null ? null : outcome.bound(),
                outcome == null ? null : PlanGap.of(outcome.cost(), outcome.bound()),
                outcome == null ? null : outcome.assigned(),
                outcome == null ? null : outcome.unmet(),
                outcome == null ? null : new TreeMap<>(outcome.costByRule()),
                SolvingProgress.of(progress),
                failure);
    }
}
