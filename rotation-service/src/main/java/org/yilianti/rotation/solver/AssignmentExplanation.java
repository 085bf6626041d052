package org.yilianti.rotation.solver;

import java.util.Map;
import java.util.Optional;

/**
 * Why this person has this duty.
 *
 * @param costByRule what the duty adds to (or, negative, saves from) the cost of each soft rule, compared with nobody having it; rules it
 *     does not touch are left out
 * @param alternative the cheapest other person who could have it as the plan stands
 * @param blocked how many others each hard rule was the first to keep out
 */
public record AssignmentExplanation(
        Assignment assignment,
        Map<Rule, Long> costByRule,
        Optional<Alternative> alternative,
        Map<Rule, Integer> blocked) {

    /**
     * Another person for a duty.
     *
     * @param extraCost how much more the plan would cost with this person in place; negative: it would be cheaper
     */
    public record Alternative(String person, long extraCost) {}

    /** What having the duty adds to the cost of the plan; negative: it saves. */
    public long costOfDuty() {
        return costByRule.values().stream().mapToLong(Long::longValue).sum();
    }
}
