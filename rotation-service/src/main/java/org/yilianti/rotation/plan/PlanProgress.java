package org.yilianti.rotation.plan;

import org.jspecify.annotations.Nullable;

/**
 * How far the search for a plan has come, whoever took part in it.
 *
 * @param steps moves tried
 * @param cost of the best plan so far
 * @param bound proven lower bound; null when none is known yet
 */
public record PlanProgress(
        long steps, long elapsedMillis, long cost, @Nullable Long bound) {}
