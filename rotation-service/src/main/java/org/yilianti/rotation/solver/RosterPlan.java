package org.yilianti.rotation.solver;

import java.util.List;
import java.util.OptionalLong;

/**
 * The best plan an engine has. Always free of violations.
 *
 * @param assignments ordered by day, shift type, person
 * @param cost the total of all soft rules, as {@link RosterScorer} computes it
 * @param bound a proven lower bound of the cost of every plan, or empty when none is known; equal to the cost: proven optimal
 * @param refusedPins pins that contradict the hard rules or each other
 */
public record RosterPlan(List<Assignment> assignments, long cost, OptionalLong bound, List<RefusedPin> refusedPins) {

    public RosterPlan {
        assignments = List.copyOf(assignments);
        refusedPins = List.copyOf(refusedPins);
    }
}
