package org.yilianti.rotation.solver;

import java.util.Map;

/**
 * A (day, shift type) below its desired number, and why nobody more works it.
 *
 * @param blocked for each hard rule, how many people it was the first to keep out (in the order of {@link Rule}); with
 *     {@link Rule#ONE_DUTY_A_DAY} those who work elsewhere that day
 * @param available people whom no rule keeps out: taking one would cost more elsewhere than it brings here
 * @param unavoidable whether, whatever else changes, fewer people are lawful and present that day than the minimum asks for
 */
public record UnmetDemand(
        int day,
        String shiftType,
        int assigned,
        int minimum,
        int desired,
        Map<Rule, Integer> blocked,
        int available,
        boolean unavoidable) {

    /** Heads missing to the desired number. */
    public int missing() {
        return desired - assigned;
    }

    /** Heads missing to the minimum. */
    public int missingToMinimum() {
        return Math.max(0, minimum - assigned);
    }
}
