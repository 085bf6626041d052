package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterScorer;

/** Pins assignments of a draft, for its next version. */
@Component
@Transactional
public class PinManagement {

    private final MonthlyPlans plans;
    private final PlanPins pins;
    private final MonthlyProblems problems;
    private final Duties duties;
    private final Sights sights;
    private final AuditTrail audit;

    PinManagement(
            MonthlyPlans plans,
            PlanPins pins,
            MonthlyProblems problems,
            Duties duties,
            Sights sights,
            AuditTrail audit) {
        this.plans = plans;
        this.pins = pins;
        this.problems = problems;
        this.duties = duties;
        this.sights = sights;
        this.audit = audit;
    }

    /** Puts these pins in the place of all the draft had; refuses (422) unknown ones and those that break rules together. */
    public MonthlyPlan pin(Caller caller, UUID id, ExpectedVersion expected, List<PlanPin> wanted) {
        MonthlyPlan plan = lock(caller, id);
        expected.check(plan.version());
        MonthlyPlan pinned = plan.pinned();
        List<Violation> violations = violations(plan, wanted);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        keep(caller, pinned, wanted);
        return pinned;
    }

    /** Adds duties of the draft, or of another plan moved by whole weeks, to its pins; those that do not fit are left out and told. */
    public TakenOver takeOver(Caller caller, UUID id, @Nullable ExpectedVersion expected, PinChoice chosen) {
        MonthlyPlan plan = lock(caller, id);
        ExpectedVersion.checkIfSent(expected, plan.version());
        MonthlyPlan pinned = plan.pinned();
        UUID source = chosen.planId() == null ? id : chosen.planId();
        MonthlyPlan from = plans.find(sights.inScope(caller, Role.SCHEDULER), source)
                .orElseThrow(() -> Refusal.invalid("plan.unknown", source).at("/planId"));
        List<PlanPin> stood = pins.of(id);
        PinTakeover takeover = new PinTakeover(problems.build(plan), stood);
        List<PlanPin> all = takeover.take(
                duties.ofPlan(source).stream().filter(chosen::contains).toList(), from.month(), plan.month());
        keep(caller, pinned, all);
        return new TakenOver(pinned, all.size() - stood.size(), takeover.refused());
    }

    /** What became of it; the refused pins say by which rule. */
    public record TakenOver(MonthlyPlan plan, int added, List<PlanPin> refused) {}

    private MonthlyPlan lock(Caller caller, UUID id) {
        if (plans.find(sights.inScope(caller, Role.SCHEDULER), id).isEmpty()) {
            throw Refusal.notFound("plan.unknown", id);
        }
        return plans.lock(id).orElseThrow();
    }

    private void keep(Caller caller, MonthlyPlan pinned, List<PlanPin> all) {
        pins.replace(pinned.id(), all, caller.name());
        plans.update(pinned);
        audit.record(AuditRecord.of(
                caller, "roster-plan.pinned", "roster-plan", pinned.id(), null, Map.of("pins", all.size())));
    }

    private List<Violation> violations(MonthlyPlan plan, List<PlanPin> wanted) {
        MonthlyProblem today = problems.build(plan);
        Set<String> people = today.problem().people().stream().map(Person::id).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        List<Assignment> known = new ArrayList<>();
        Set<Object> cells = new HashSet<>();
        for (int index = 0; index < wanted.size(); index++) {
            PlanPin pin = wanted.get(index);
            Assignment assignment = pin.on(today.problem().horizon());
            String at = "/items/" + index;
            if (!today.shifts().containsKey(assignment.shiftType())) {
                violations.add(new Violation(at + "/shift", "pin.unknown-shift", pin.shift()));
            } else if (!people.contains(assignment.person())) {
                violations.add(new Violation(at + "/memberId", "pin.not-a-candidate", pin.memberId()));
            } else if (!today.problem().horizon().contains(assignment.day())) {
                violations.add(new Violation(at + "/date", "pin.outside-month", pin.date()));
            } else if (!cells.add(List.of(pin.memberId(), pin.date()))) {
                violations.add(new Violation(at, "pin.contradicts", pin.date(), "one-duty-a-day"));
            } else {
                known.add(assignment);
            }
        }
        new RosterScorer()
                .score(today.problem(), today.withStanding(known))
                .violations()
                .forEach(broken -> violations.add(new Violation(
                        "/items",
                        "pin.contradicts",
                        today.problem().horizon().date(broken.assignment().day()),
                        broken.rule().code())));
        return violations;
    }
}
