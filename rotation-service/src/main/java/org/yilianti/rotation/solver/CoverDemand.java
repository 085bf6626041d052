package org.yilianti.rotation.solver;

import java.util.Map;

/**
 * How many people one (day, shift type) needs. Cover is soft: what cannot be met is reported, never a reason to have no plan.
 *
 * @param minimum heads without which the service is unsafe
 * @param desired heads wanted, at least the minimum
 */
public record CoverDemand(int day, String shiftType, int minimum, int desired, CoverWeights weights) {

    public CoverDemand {
        if (minimum < 0 || desired < minimum) {
            throw new IllegalArgumentException("cover needs 0 ≤ minimum ≤ desired, not " + minimum + " and " + desired);
        }
    }

    /** Demand with the standard weights. */
    public CoverDemand(int day, String shiftType, int minimum, int desired) {
        this(day, shiftType, minimum, desired, CoverWeights.standard());
    }

    /** The cost of having {@code assigned} heads; convex in them. */
    long cost(int assigned) {
        return (long) weights.belowMinimum() * Math.max(0, minimum - assigned)
                + (long) weights.belowDesired() * Math.max(0, desired - assigned)
                + (long) weights.aboveDesired() * Math.max(0, assigned - desired);
    }

    /** The same cost, told apart. */
    Map<Rule, Long> costByRule(int assigned) {
        return Map.of(
                Rule.BELOW_MINIMUM, (long) weights.belowMinimum() * Math.max(0, minimum - assigned),
                Rule.BELOW_DESIRED, (long) weights.belowDesired() * Math.max(0, desired - assigned),
                Rule.ABOVE_DESIRED, (long) weights.aboveDesired() * Math.max(0, assigned - desired));
    }
}
