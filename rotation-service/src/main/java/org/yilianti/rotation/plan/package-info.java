/**
 * Plans of a month's duties over all sites (M7, M8): requested, solved by a worker, looked at as a draft, and published.
 *
 * <p>Invariants. Of a month and institution at most one plan is published. A plan that was being solved when its process died is solved again
 * by whoever finds its lease expired; only the holder of the lease can store a result. The result depends on problem, seed and number of
 * steps alone, not on the machine's load.
 *
 * <p>Decisions. The requested seconds are turned into steps at a fixed rate ({@code stepsPerSecond}, measured on two cores). Candidates for
 * an institution's shifts are the people appointed there and those with an agreement there, of the shift's category and specialty.
 * Publication scores the plan afresh against today's facts and refuses when any hard rule is broken: a stale draft is planned again, not
 * patched. Duties of people in other published plans are days off here; duties before the month count for rest, runs and the first
 * week's hours.
 */
@ApplicationModule(
        allowedDependencies = {
            "directory",
            "agreement",
            "practice",
            "demand",
            "leave",
            "roster",
            "roster :: web",
            "solver"
        })
@NullMarked
package org.yilianti.rotation.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
