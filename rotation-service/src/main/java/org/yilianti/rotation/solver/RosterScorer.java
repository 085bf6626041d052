package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores any plan, wherever it comes from, straight from the rules' definitions. Shares no state with an engine: each rule is evaluated
 * over rows replayed from the assignments, nothing is updated incrementally.
 */
public final class RosterScorer {

    /**
     * Costs and violations of a set of assignments.
     *
     * @throws IllegalArgumentException when problem or assignments refer to something unknown
     */
    public RosterScore score(RosterProblem problem, Collection<Assignment> assignments) {
        var model = Model.of(problem);
        var violations = new ArrayList<Violation>();
        var replay = Replay.of(model, assignments, violations);
        var byRule = new EnumMap<Rule, Long>(Rule.class);
        var byPerson = scorePeople(replay, byRule);
        var cover = scoreCover(replay, byRule);
        long total = byRule.values().stream().mapToLong(Long::longValue).sum();
        return new RosterScore(total, Collections.unmodifiableMap(byRule), byPerson, cover, List.copyOf(violations));
    }

    private static Map<String, Long> scorePeople(Replay replay, Map<Rule, Long> byRule) {
        var byPerson = new LinkedHashMap<String, Long>();
        for (Row row : replay.rows()) {
            long sum = 0;
            for (RowCost soft : RuleBook.SOFT) {
                long cost = soft.cost(row);
                byRule.merge(soft.rule(), cost, Long::sum);
                sum += cost;
            }
            byPerson.put(replay.model().problem.people().get(row.person).id(), sum);
        }
        return Collections.unmodifiableMap(byPerson);
    }

    private static List<CoverScore> scoreCover(Replay replay, Map<Rule, Long> byRule) {
        var scores = new ArrayList<CoverScore>();
        for (int slot = 0; slot < replay.cover().length; slot++) {
            var demand = replay.model().demand[slot];
            int assigned = replay.cover()[slot];
            var costs = demand.costByRule(assigned);
            costs.forEach((rule, cost) -> byRule.merge(rule, cost, Long::sum));
            if (assigned > 0 || demand.desired() > 0) {
                scores.add(new CoverScore(
                        demand.day(),
                        demand.shiftType(),
                        assigned,
                        demand.minimum(),
                        demand.desired(),
                        costs.values().stream().mapToLong(Long::longValue).sum()));
            }
        }
        return List.copyOf(scores);
    }
}
