package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Sights;

/** Asks for plans, for other versions of them, and gives them up. */
@Component
@Transactional
public class PlanManagement {

    private final MonthlyPlans plans;
    private final PlanPins pins;
    private final PlanProgresses progresses;
    private final DutyDemands demands;
    private final Institutions institutions;
    private final Sights sights;
    private final PlanSignal signal;
    private final AuditTrail audit;
    private final Clock clock;

    PlanManagement(
            MonthlyPlans plans,
            PlanPins pins,
            PlanProgresses progresses,
            DutyDemands demands,
            Institutions institutions,
            Sights sights,
            PlanSignal signal,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.pins = pins;
        this.progresses = progresses;
        this.demands = demands;
        this.institutions = institutions;
        this.sights = sights;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Queues a plan; a worker takes it after the commit. */
    public MonthlyPlan request(Caller caller, YearMonth month, Set<UUID> institutionIds, int seconds, long seed) {
        UUID association = caller.association();
        Map<UUID, Institution> known = institutions.byId(association, institutionIds);
        Set<UUID> stated = demands.of(association, institutionIds, month).stream()
                .map(DutyDemand::institutionId)
                .collect(Collectors.toSet());
        for (UUID id : institutionIds) {
            Institution institution = known.get(id);
            if (institution == null) {
                throw Refusal.invalid("institution.unknown", id).at("/institutionIds");
            }
            caller.require(institution.code(), Role.SCHEDULER);
            if (!stated.contains(id)) {
                throw Refusal.invalid("plan.no-demand", institution.code(), month)
                        .at("/institutionIds");
            }
        }
        MonthlyPlan plan = MonthlyPlan.requested(association, month, institutionIds, seconds, seed, clock.instant());
        plans.insert(plan, caller.name());
        record(caller, plan, "requested");
        wakeWorkersAfterCommit();
        return plan;
    }

    /** Queues another version of a draft: its duties are the start, its pins are kept. */
    public MonthlyPlan revise(Caller caller, UUID id, @Nullable ExpectedVersion expected, int seconds, long seed) {
        MonthlyPlan draft = find(caller, id);
        ExpectedVersion.checkIfSent(expected, draft.version());
        MonthlyPlan plan = draft.revised(seconds, seed, clock.instant());
        plans.insert(plan, caller.name());
        pins.replace(plan.id(), pins.of(id), caller.name());
        record(caller, plan, "revised");
        wakeWorkersAfterCommit();
        return plan;
    }

    /** Gives a plan up that is queued or being solved; the worker that has it notices and stops. */
    public MonthlyPlan cancel(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        find(caller, id);
        MonthlyPlan running = plans.lock(id).orElseThrow();
        ExpectedVersion.checkIfSent(expected, running.version());
        MonthlyPlan cancelled = running.cancelled();
        plans.update(cancelled);
        progresses.clear(id);
        record(caller, cancelled, "cancelled");
        return cancelled;
    }

    private MonthlyPlan find(Caller caller, UUID id) {
        return plans.find(sights.inScope(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("plan.unknown", id));
    }

    private void record(Caller caller, MonthlyPlan plan, String verb) {
        audit.record(AuditRecord.of(
                caller,
                "roster-plan." + verb,
                "roster-plan",
                plan.id(),
                null,
                Map.of(
                        "month", plan.month().toString(),
                        "institutionIds", plan.institutionIds(),
                        "seed", plan.seed())));
    }

    private void wakeWorkersAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
    }
}
