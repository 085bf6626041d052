package org.yilianti.rotation.plan;

import org.jspecify.annotations.Nullable;

/**
 * What came out of solving.
 *
 * @param cost sum of all soft rules
 * @param bound proven lower bound of the cost of every plan; null when none is known
 * @param assigned duties with a person
 * @param unmet heads missing to the desired number, over all shifts
 */
public record PlanOutcome(long cost, @Nullable Long bound, int assigned, int unmet) {}
