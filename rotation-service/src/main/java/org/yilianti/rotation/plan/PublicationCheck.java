package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterScorer;

/** The second look before publication: the plan against all hard rules and the facts of today, by the scorer, not the engine. */
@Component
class PublicationCheck {

    private static final int TOLD = 50;

    private final MonthlyProblems problems;

    PublicationCheck(MonthlyProblems problems) {
        this.problems = problems;
    }

    /** What stands in the way, at most {@value #TOLD} of it; empty when the plan may be published. */
    List<Violation> violations(MonthlyPlan plan, List<Duty> duties) {
        MonthlyProblem today = problems.build(plan);
        Set<String> candidates =
                today.problem().people().stream().map(Person::id).collect(Collectors.toCollection(HashSet::new));
        List<Violation> violations = new ArrayList<>();
        List<Assignment> checkable = new ArrayList<>();
        for (Assignment assignment : today.assignments(duties)) {
            if (candidates.contains(assignment.person()) && today.shifts().containsKey(assignment.shiftType())) {
                checkable.add(assignment);
            } else {
                violations.add(violation(today, assignment, "lawful-practice"));
            }
        }
        new RosterScorer()
                .score(today.problem(), today.withStanding(checkable)).violations().stream()
                        .filter(broken ->
                                today.shifts().containsKey(broken.assignment().shiftType()))
                        .forEach(broken -> violations.add(violation(
                                today, broken.assignment(), broken.rule().code())));
        return violations.subList(0, Math.min(TOLD, violations.size()));
    }

    private static Violation violation(MonthlyProblem today, Assignment assignment, String rule) {
        return new Violation(
                "",
                "plan.duty-broken",
                today.problem().horizon().date(assignment.day()),
                assignment.shiftType(),
                assignment.person(),
                rule);
    }
}
