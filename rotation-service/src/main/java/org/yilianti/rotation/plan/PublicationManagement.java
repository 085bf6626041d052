package org.yilianti.rotation.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.DutiesPublished;
import org.yilianti.rotation.roster.Duty;

/** Makes a draft the roster in force and tells everybody whose duties change by it. */
@Component
@Transactional
public class PublicationManagement {

    private final MonthlyPlans plans;
    private final Duties duties;
    private final Members members;
    private final PublicationCheck check;
    private final Sights sights;
    private final OpenedDuties opened;
    private final PublicationNotices notices;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicationManagement(
            MonthlyPlans plans,
            Duties duties,
            Members members,
            PublicationCheck check,
            Sights sights,
            OpenedDuties opened,
            PublicationNotices notices,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.duties = duties;
        this.members = members;
        this.check = check;
        this.sights = sights;
        this.opened = opened;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes after a second look at every duty under its person's lock. Refuses (409) when a plan was published for these institutions
     * since the draft was asked for, or duties of the plan in force changed hands since, unless it is the one named.
     *
     * @param replaces the plan in force that the caller knows of; null when none or an older one
     */
    public MonthlyPlan publish(Caller caller, UUID id, @Nullable ExpectedVersion expected, @Nullable UUID replaces) {
        MonthlyPlan seen = plans.find(sights.inScope(caller, Role.SCHEDULER), id)
                .orElseThrow(() -> Refusal.notFound("plan.unknown", id));
        plans.lockPublished(seen.association(), seen.month());
        MonthlyPlan draft = plans.lock(id).orElseThrow();
        ExpectedVersion.checkIfSent(expected, draft.version());
        MonthlyPlan plan = draft.published();
        List<MonthlyPlan> inForce = plans.inForceBeside(plan);
        inForce.forEach(other -> requireKnown(plan, other, replaces));
        List<MonthlyPlan> superseded =
                inForce.stream().map(other -> other.supersededBy(plan)).toList();
        List<Duty> assigned = duties.ofPlan(id);
        Set<UUID> people = assigned.stream()
                .map(duty -> Objects.requireNonNull(duty.memberId()))
                .collect(Collectors.toSet());
        members.lock(plan.association(), people);
        superseded.forEach(plans::update);
        List<Violation> violations = check.violations(plan, assigned);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Instant now = clock.instant();
        plans.update(plan);
        plans.signPublication(id, caller.name(), now);
        List<Duty> open = opened.of(plan);
        duties.insert(open);
        List<Duty> before = new ArrayList<>();
        superseded.forEach(other -> before.addAll(duties.ofPlan(other.id())));
        notices.tell(plan, before, assigned, open);
        PlanOutcome outcome = Objects.requireNonNull(plan.outcome());
        outbox.publish(RosterPublished.of(plan, outcome.assigned(), outcome.unmet(), now));
        audit.record(AuditRecord.of(
                caller,
                "roster-plan.published",
                "roster-plan",
                id,
                null,
                Map.of("month", plan.month().toString(), "institutionIds", plan.institutionIds())));
        events.publishEvent(new DutiesPublished(plan.association(), people));
        return plan;
    }

    /** Whoever publishes must have seen what it replaces: it was in force, as it is, when the draft was asked for, or is named now. */
    private void requireKnown(MonthlyPlan plan, MonthlyPlan other, @Nullable UUID replaces) {
        boolean since = plans.publishedAt(other.id())
                .map(at -> at.isAfter(plan.requestedAt()))
                .orElse(false);
        if (other.id().equals(replaces)) {
            return;
        }
        if (since) {
            throw Refusal.conflict("plan.published-meanwhile", other.id());
        }
        int handedOver = duties.handedOverSince(other.id(), plan.requestedAt());
        if (handedOver > 0) {
            throw Refusal.conflict("plan.changed-meanwhile", other.id(), handedOver);
        }
    }
}
