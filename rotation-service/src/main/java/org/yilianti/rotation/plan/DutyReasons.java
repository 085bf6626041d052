package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.solver.Assignment;
import org.yilianti.rotation.solver.AssignmentExplanation;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterExplainer;
import org.yilianti.rotation.solver.RosterScorer;

/** Why somebody has a duty: the plan as it stands and the facts of today, asked by the explainer. */
@Component
public class DutyReasons {

    private final MonthlyPlans plans;
    private final MonthlyProblems problems;
    private final Duties duties;

    DutyReasons(MonthlyPlans plans, MonthlyProblems problems, Duties duties) {
        this.plans = plans;
        this.problems = problems;
        this.duties = duties;
    }

    /** Empty when nobody has the duty, or when the rules as they are today would not give it to its holder any more. */
    public Optional<Reason> of(Duty duty) {
        UUID holder = duty.memberId();
        if (holder == null) {
            return Optional.empty();
        }
        MonthlyProblem today = today(duty);
        List<Assignment> standing = standing(duty, today);
        Assignment asked = today.assignments(List.of(duty)).getFirst();
        if (!standing.contains(asked)) {
            return Optional.empty();
        }
        AssignmentExplanation why = new RosterExplainer(today.problem(), standing).explain(asked);
        return Optional.of(new Reason(why, today.keptOut().of(asked.shiftType(), why.blocked())));
    }

    /**
     * Why somebody has a duty.
     *
     * @param keptOut how many of the others each rule keeps out
     */
    public record Reason(AssignmentExplanation why, Map<String, Long> keptOut) {}

    /** Why nobody has an open duty: what keeps each of the others out today. Empty when its shift has enough heads by now. */
    public Optional<UnmetShift> gap(Duty duty) {
        MonthlyProblem today = today(duty);
        return today.unmet(standing(duty, today)).stream()
                .filter(gap -> gap.institutionId().equals(duty.institutionId())
                        && gap.date().equals(duty.date())
                        && gap.shift().equals(duty.shift()))
                .findFirst();
    }

    private MonthlyProblem today(Duty duty) {
        return problems.build(plans.ofId(duty.association(), duty.planId()).orElseThrow());
    }

    /** What of the plan as it stands the rules would give again today. */
    private List<Assignment> standing(Duty duty, MonthlyProblem today) {
        Set<String> people = today.problem().people().stream().map(Person::id).collect(Collectors.toSet());
        List<Duty> held = duties.ofPlan(duty.planId()).stream()
                .filter(one -> one.memberId() != null)
                .toList();
        List<Assignment> standing = new ArrayList<>(today.assignments(held).stream()
                .filter(one -> people.contains(one.person()) && today.shifts().containsKey(one.shiftType()))
                .toList());
        standing.addAll(today.standing());
        new RosterScorer()
                .score(today.problem(), standing)
                .violations()
                .forEach(broken -> standing.remove(broken.assignment()));
        return standing;
    }
}
