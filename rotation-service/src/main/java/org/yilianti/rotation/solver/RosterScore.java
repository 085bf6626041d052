package org.yilianti.rotation.solver;

import java.util.List;
import java.util.Map;

/**
 * What a plan costs, and where. The sum over {@code byRule} is {@code total}; the costs of {@code byPerson} and of {@code cover}
 * add up to it as well.
 *
 * @param byRule every soft rule with its cost, also 0
 * @param byPerson wishes, fairness and travel of each person, in the order of the problem
 * @param cover every (day, shift type) that has a demand or an assignment, in order of day, then shift type
 * @param violations hard rules broken; a plan with any is not to be used
 */
public record RosterScore(
        long total,
        Map<Rule, Long> byRule,
        Map<String, Long> byPerson,
        List<CoverScore> cover,
        List<Violation> violations) {

    /** Whether no hard rule is broken. */
    public boolean feasible() {
        return violations.isEmpty();
    }
}
