package org.yilianti.rotation.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.plan.MonthlyPlan;
import org.yilianti.rotation.plan.PlanOutcome;
import org.yilianti.rotation.plan.PlanStatus;

/** A plan as callers see it; cost, bound, assigned and unmet are null until it is solved. */
record PlanResource(
        UUID id,
        long version,
        PlanStatus status,
        String month,
        List<UUID> institutionIds,
        int seconds,
        long seed,
        Instant requestedAt,
        @Nullable Long cost,
        @Nullable Long bound,
        @Nullable Integer assigned,
        @Nullable Integer unmet,
        @Nullable String failure) {

    static PlanResource of(MonthlyPlan plan) {
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
                outcome == null ? null : outcome.cost(),
                outcome == null ? null : outcome.bound(),
                outcome == null ? null : outcome.assigned(),
                outcome == null ? null : outcome.unmet(),
                plan.failure());
    }
}
