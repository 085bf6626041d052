package org.yilianti.rotation.repair;

import java.util.List;
import java.util.Map;
import org.yilianti.rotation.roster.Handover;
import org.yilianti.rotation.roster.Workload;
import org.yilianti.rotation.solver.Rule;

/**
 * A way to fill a duty.
 *
 * @param moves the duties that change hands, the one in question first
 * @param costByRule what the moves add to (or, negative, save from) each soft rule; rules they do not touch are left out
 * @param staffNo of the person who takes the duty in question: the last word between equals
 * @param after the load of that person around the duty afterwards
 */
public record Replacement(List<Handover> moves, Map<Rule, Long> costByRule, String staffNo, Workload after) {

    /** What all soft rules add up to; the cover that is won is the same for every replacement and not in it. */
    public long cost() {
        return costByRule.values().stream().mapToLong(Long::longValue).sum();
    }
}
