package org.yilianti.rotation.solver;

import java.util.OptionalLong;

/**
 * The budget of one solve as a fraction that grows from 0 to 1: the larger of the shares of time and of steps used. Time is measured with
 * {@link System#nanoTime()}: it is a duration here, never a date.
 */
final class Clockwork {

    private final SolveBudget budget;
    private final Cancellation cancellation;
    private final long begun = System.nanoTime();

    Clockwork(SolveBudget budget, Cancellation cancellation) {
        this.budget = budget;
        this.cancellation = cancellation;
    }

    double fraction(long steps) {
        OptionalLong limit = budget.steps();
        double used = limit.isEmpty() ? 0 : limit.getAsLong() == 0 ? 1 : (double) steps / limit.getAsLong();
        if (budget.time().isPresent()) {
            double length = Math.max(1, budget.time().get().toNanos());
            used = Math.max(used, nanos() / length);
        }
        return Math.min(1, used);
    }

    SolveBudget budget() {
        return budget;
    }

    /** Whether time is limited. */
    boolean timed() {
        return budget.time().isPresent();
    }

    boolean cancelled() {
        return cancellation.requested() || Thread.currentThread().isInterrupted();
    }

    long nanos() {
        return System.nanoTime() - begun;
    }
}
