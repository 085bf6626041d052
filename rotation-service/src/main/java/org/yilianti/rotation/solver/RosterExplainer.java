package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains one plan: what it leaves open and why, and why each duty went to whom. Reads the plan once; questions cost a look at every
 * person. Works for any plan, also one changed by hand; not safe for several threads.
 */
public final class RosterExplainer {

    private final Replay plan;
    private final Model model;

    /**
     * @throws IllegalArgumentException when problem or assignments refer to something unknown, or the plan breaks a hard rule
     */
    public RosterExplainer(RosterProblem problem, Collection<Assignment> assignments) {
        model = Model.of(problem);
        var violations = new ArrayList<Violation>();
        plan = Replay.of(model, assignments, violations);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("only lawful plans can be explained; " + violations.getFirst());
        }
    }

    /** Every (day, shift type) below its desired number, in order of day, then shift type. */
    public List<UnmetDemand> unmetDemand() {
        var unmet = new ArrayList<UnmetDemand>();
        for (int slot = 0; slot < plan.cover().length; slot++) {
            if (plan.cover()[slot] < model.demand[slot].desired()) {
                unmet.add(unmet(slot));
            }
        }
        return unmet;
    }

    private UnmetDemand unmet(int slot) {
        var demand = model.demand[slot];
        int type = slot % model.types;
        var blocked = new EnumMap<Rule, Integer>(Rule.class);
        int available = 0;
        int present = 0;
        for (Row row : plan.rows()) {
            if (row.cells[demand.day()] == type) {
                present++;
                continue;
            }
            var obstacle = RuleBook.obstacle(row, demand.day(), type).map(RowRule::rule);
            obstacle.ifPresent(rule -> blocked.merge(rule, 1, Integer::sum));
            available += obstacle.isEmpty() ? 1 : 0;
            present += obstacle.filter(rule -> rule == Rule.LAWFUL_PRACTICE || rule == Rule.LEAVE)
                            .isEmpty()
                    ? 1
                    : 0;
        }
        return new UnmetDemand(
                demand.day(),
                demand.shiftType(),
                plan.cover()[slot],
                demand.minimum(),
                demand.desired(),
                Collections.unmodifiableMap(blocked),
                available,
                present < demand.minimum());
    }

    /**
     * Why this assignment.
     *
     * @throws IllegalArgumentException when it is not part of the plan
     */
    public AssignmentExplanation explain(Assignment assignment) {
        int type = model.typeIds.position(assignment.shiftType());
        int day = assignment.day();
        model.slot(day, type);
        var row = plan.rows()[model.personIds.position(assignment.person())];
        if (row.cells[day] != type) {
            throw new IllegalArgumentException(assignment + " is not part of the plan");
        }
        row.clear(day);
        try {
            long own = costOfAdding(row, day, type);
            var costs = costByRule(row, day, type);
            var blocked = new EnumMap<Rule, Integer>(Rule.class);
            var alternative = alternative(row, day, type, own, blocked);
            return new AssignmentExplanation(assignment, costs, alternative, Collections.unmodifiableMap(blocked));
        } finally {
            row.put(day, type);
        }
    }

    private Optional<AssignmentExplanation.Alternative> alternative(
            Row holder, int day, int type, long own, Map<Rule, Integer> blocked) {
        Optional<AssignmentExplanation.Alternative> best = Optional.empty();
        for (Row other : plan.rows()) {
            if (other == holder) {
                continue;
            }
            var obstacle = RuleBook.obstacle(other, day, type);
            if (obstacle.isPresent()) {
                blocked.merge(obstacle.get().rule(), 1, Integer::sum);
                continue;
            }
            long extra = costOfAdding(other, day, type) - own;
            if (best.isEmpty() || extra < best.get().extraCost()) {
                best = Optional.of(new AssignmentExplanation.Alternative(
                        model.problem.people().get(other.person).id(), extra));
            }
        }
        return best;
    }

    private static long costOfAdding(Row row, int day, int type) {
        long before = row.cost();
        row.put(day, type);
        long after = row.cost();
        row.clear(day);
        return after - before;
    }

    /** The cost of each rule with the duty less that without; the row is without it now, the cover counts with it. */
    private Map<Rule, Long> costByRule(Row row, int day, int type) {
        var costs = new EnumMap<Rule, Long>(Rule.class);
        for (RowCost soft : RuleBook.SOFT) {
            long before = soft.cost(row);
            row.put(day, type);
            costs.put(soft.rule(), soft.cost(row) - before);
            row.clear(day);
        }
        int slot = day * model.types + type;
        var with = model.demand[slot].costByRule(plan.cover()[slot]);
        var without = model.demand[slot].costByRule(plan.cover()[slot] - 1);
        with.forEach((rule, cost) -> costs.put(rule, cost - without.getOrDefault(rule, 0L)));
        costs.values().removeIf(cost -> cost == 0);
        return Collections.unmodifiableMap(costs);
    }
}
