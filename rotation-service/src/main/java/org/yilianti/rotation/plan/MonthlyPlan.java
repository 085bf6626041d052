package org.yilianti.rotation.plan;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/**
 * A plan of a month's duties over some institutions, from request to publication. Immutable: each verb gives the changed one.
 *
 * @param seconds how long the search is meant to take; stands for a fixed number of steps
 * @param seed makes the search repeatable
 * @param basedOn the draft whose duties and pins it goes on from; null for a fresh start
 * @param outcome null until solved
 * @param failure why it could not be solved; null unless it failed
 */
public record MonthlyPlan(
        UUID id,
        UUID association,
        long version,
        YearMonth month,
        Set<UUID> institutionIds,
        PlanStatus status,
        int seconds,
        long seed,
        Instant requestedAt,
        @Nullable UUID basedOn,
        @Nullable PlanOutcome outcome,
        @Nullable String failure) {

    static MonthlyPlan requested(
            UUID association, YearMonth month, Set<UUID> institutionIds, int seconds, long seed, Instant now) {
        return new MonthlyPlan(
                Ids.next(),
                association,
                1,
                month,
                Set.copyOf(institutionIds),
                PlanStatus.QUEUED,
                seconds,
                seed,
                now,
                null,
                null,
                null);
    }

    /** The same plan over these institutions, which come from another table. */
    MonthlyPlan of(Set<UUID> institutions) {
        return new MonthlyPlan(
                id,
                association,
                version,
                month,
                institutions,
                status,
                seconds,
                seed,
                requestedAt,
                basedOn,
                outcome,
                failure);
    }

    /** Taken by a worker; also taken over from one that died. */
    MonthlyPlan claimed() {
        return with(PlanStatus.SOLVING, null, null);
    }

    /** Another version: the same month and institutions, going on from this draft. */
    MonthlyPlan revised(int howLong, long anotherSeed, Instant now) {
        require(PlanStatus.DRAFT);
        return new MonthlyPlan(
                Ids.next(),
                association,
                1,
                month,
                institutionIds,
                PlanStatus.QUEUED,
                howLong,
                anotherSeed,
                now,
                id,
                null,
                null);
    }

    /** The same draft with other pins. */
    MonthlyPlan pinned() {
        require(PlanStatus.DRAFT);
        return with(PlanStatus.DRAFT, outcome, null);
    }

    /** Given up before there was a draft; whoever solves it notices that the lease is gone. */
    MonthlyPlan cancelled() {
        if (status != PlanStatus.QUEUED && status != PlanStatus.SOLVING) {
            throw Refusal.conflict("plan.not-running", status.code());
        }
        return with(PlanStatus.CANCELLED, null, null);
    }

    MonthlyPlan drafted(PlanOutcome solved) {
        require(PlanStatus.SOLVING);
        return with(PlanStatus.DRAFT, solved, null);
    }

    MonthlyPlan failed(String why) {
        require(PlanStatus.SOLVING);
        return with(PlanStatus.FAILED, null, why.substring(0, Math.min(1000, why.length())));
    }

    MonthlyPlan published() {
        require(PlanStatus.DRAFT);
        return with(PlanStatus.PUBLISHED, outcome, null);
    }

    /** Gives way to a newer plan, which must cover every institution of this one. */
    MonthlyPlan supersededBy(MonthlyPlan newer) {
        require(PlanStatus.PUBLISHED);
        if (!newer.institutionIds.containsAll(institutionIds)) {
            throw Refusal.conflict("plan.overlaps-published", id);
        }
        return with(PlanStatus.SUPERSEDED, outcome, null);
    }

    private void require(PlanStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("plan.state", status.code(), expected.code());
        }
    }

    private MonthlyPlan with(PlanStatus next, @Nullable PlanOutcome solved, @Nullable String why) {
        return new MonthlyPlan(
                id,
                association,
                version + 1,
                month,
                institutionIds,
                next,
                seconds,
                seed,
                requestedAt,
                basedOn,
                solved,
                why);
    }
}
