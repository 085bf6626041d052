package org.yilianti.rotation.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of solving.
 *
 * @param cost sum of all soft rules
 * @param bound proven lower bound of the cost of every plan; null when none is known
 * @param assigned duties with a person
 * @param unmet heads missing to the desired number, over all shifts
 * @param costByRule what each soft rule adds to the cost, by its code; empty where it was not kept
 */
public record PlanOutcome(long cost, @Nullable Long bound, int assigned, int unmet, Map<String, Long> costByRule) {

    public PlanOutcome {
        costByRule = Map.copyOf(costByRule);
    }
}
