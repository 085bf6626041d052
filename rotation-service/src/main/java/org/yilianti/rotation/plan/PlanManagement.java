package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.demand.DutyDemand;
import org.yilianti.rotation.demand.DutyDemands;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.RosterSettings;

/** Takes plans through their life: requested, claimed, drafted or failed, published. */
@Component
@Transactional
public class PlanManagement {

    private final MonthlyPlans plans;
    private final Duties duties;
    private final UnmetShifts unmetShifts;
    private final DutyDemands demands;
    private final Institutions institutions;
    private final Members members;
    private final PublicationCheck check;
    private final Sights sights;
    private final PlanSignal signal;
    private final RosterSettings settings;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PlanManagement(
            MonthlyPlans plans,
            Duties duties,
            UnmetShifts unmetShifts,
            DutyDemands demands,
            Institutions institutions,
            Members members,
            PublicationCheck check,
            Sights sights,
            PlanSignal signal,
            RosterSettings settings,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.duties = duties;
        this.unmetShifts = unmetShifts;
        this.demands = demands;
        this.institutions = institutions;
        this.members = members;
        this.check = check;
        this.sights = sights;
        this.signal = signal;
        this.settings = settings;
        this.outbox = outbox;
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

    /** The next plan to solve, leased to {@code owner}; empty when there is none. */
    Optional<MonthlyPlan> claim(UUID owner) {
        Instant now = clock.instant();
        Optional<MonthlyPlan> next = plans.lockNext(now).map(MonthlyPlan::claimed);
        next.ifPresent(plan -> plans.lease(plan, owner, now.plus(settings.lease())));
        return next;
    }

    /** Whether {@code owner} still holds the plan; prolongs the lease. */
    boolean renew(UUID planId, UUID owner) {
        return plans.renew(planId, owner, clock.instant().plus(settings.lease()));
    }

    /** Gives a plan back unsolved. */
    void giveBack(UUID planId, UUID owner) {
        plans.release(planId, owner);
    }

    /** Keeps what was solved, unless another worker has taken the plan over meanwhile. */
    void draft(MonthlyPlan plan, UUID owner, PlanOutcome outcome, List<Duty> assigned, List<UnmetShift> unmet) {
        if (renew(plan.id(), owner)) {
            plans.update(plan.drafted(outcome));
            duties.insert(assigned);
            unmetShifts.insert(plan.id(), unmet);
        }
    }

    /** Keeps why a plan cannot be solved. */
    void fail(MonthlyPlan plan, UUID owner, String why) {
        if (renew(plan.id(), owner)) {
            plans.update(plan.failed(why));
        }
    }

    /** Makes a draft the roster in force, after a second look at every duty under its person's lock. */
    public MonthlyPlan publish(Caller caller, UUID id) {
        MonthlyPlan seen = plans.find(sights.of(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("plan.unknown", id));
        List<MonthlyPlan> published = plans.lockPublished(seen.association(), seen.month());
        MonthlyPlan plan =
                plans.find(sights.of(caller, Role.SCHEDULER), id).orElseThrow().published();
        List<Duty> assigned = duties.ofPlan(id);
        members.lock(
                plan.association(),
                assigned.stream()
                        .map(duty -> Objects.requireNonNull(duty.memberId()))
                        .collect(Collectors.toSet()));
        List<Violation> violations = check.violations(plan, assigned);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        published.stream()
                .filter(other -> other.institutionIds().stream().anyMatch(plan.institutionIds()::contains))
                .map(other -> other.supersededBy(plan))
                .forEach(plans::update);
        Instant now = clock.instant();
        plans.update(plan);
        plans.signPublication(id, caller.name(), now);
        PlanOutcome outcome = Objects.requireNonNull(plan.outcome());
        outbox.publish(RosterPublished.of(plan, outcome.assigned(), outcome.unmet(), now));
        record(caller, plan, "published");
        return plan;
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
