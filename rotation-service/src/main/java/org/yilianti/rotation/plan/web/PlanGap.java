package org.yilianti.rotation.plan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan may be from the best there is.
 *
 * @param points cost less the proven bound: no plan is better by more; 0 for a proven optimum
 * @param percent the same of the cost, with one decimal, rounded up
 */
record PlanGap(long points, BigDecimal percent) {

    /** Null where nothing is proven. */
    static @Nullable PlanGap of(long cost, @Nullable Long bound) {
        if (bound == null) {
            return null;
        }
        long points = Math.max(0, cost - bound);
        BigDecimal percent = points == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(points * 100L).divide(BigDecimal.valueOf(cost), 1, RoundingMode.CEILING);
        return new PlanGap(points, percent);
    }
}
