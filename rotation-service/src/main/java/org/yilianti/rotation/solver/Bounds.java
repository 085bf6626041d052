package org.yilianti.rotation.solver;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** The largest proven lower bound of one solve: of {@link CoverBound} from the start and again at half time, of {@link PriceBound} bit by bit. */
final class Bounds {

    /** Share of the first thread's time that goes into prices. */
    private static final double SHARE = 0.15;
    /** Prices settle in hundreds of passes or not at all. */
    private static final int FEWEST_PASSES = 100;
    /** Up to this size a pass is quick enough for a budget of steps, which no clock watches. */
    private static final int MOST_CELLS = 5_000;

    private static final double LATEST_COVER = 0.7;

    private final Model model;
    private final Clockwork clockwork;
    private final PriceBound prices;
    private double spent;
    private long value;

    Bounds(Model model, Clockwork clockwork) {
        this.model = model;
        this.clockwork = clockwork;
        prices = new PriceBound(model);
        value = CoverBound.quick(model);
    }

    long value() {
        return value;
    }

    /** Takes up a bound proven elsewhere. */
    void raise(long proven) {
        value = Math.max(value, proven);
    }

    /** Nothing costs less than 0: that alone is no bound, but for a plan that costs nothing. */
    OptionalLong known(long cost) {
        return value > 0 || cost == 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /**
     * Improves the prices: in a budget of time for a share of the time from {@code begin} to {@code end}, fractions of the solve; in one of
     * steps where this is said.
     */
    void improve(long planCost, double begin, double end, boolean once) {
        improveFor(planCost, begin, end);
        if (once) {
            improveOnce(planCost);
        }
    }

    /** In a budget of time: improves the prices for a share of the time from {@code begin} to {@code end}, fractions of the solve. */
    private void improveFor(long planCost, double begin, double end) {
        if (!clockwork.timed()) {
            return;
        }
        double until = begin + SHARE * (end - begin);
        double before = clockwork.fraction(0);
        prices.improve(planCost, () -> clockwork.fraction(0) < until && isInReach() && !clockwork.cancelled());
        spent += clockwork.fraction(0) - before;
        value = Math.max(value, prices.bound());
    }

    /** After a tenth of a pass it is known whether the time suffices. */
    private boolean isInReach() {
        return prices.passes() < 0.1 || spent / prices.passes() * FEWEST_PASSES < SHARE;
    }

    /** In a budget of steps: one pass over all lines, where that is quick. */
    private void improveOnce(long planCost) {
        if (!clockwork.timed() && model.people * model.days <= MOST_CELLS) {
            var left = new AtomicInteger(model.people);
            prices.improve(planCost, () -> left.getAndDecrement() > 0);
            value = Math.max(value, prices.bound());
        }
    }

    /** Takes prices from a plan; stops trying others when that would cost the search too much of its time. */
    void byCover(Roster plan, long steps) {
        long found = CoverBound.priced(plan, () -> clockwork.fraction(steps) < LATEST_COVER && !clockwork.cancelled());
        value = Math.max(value, found);
    }
}
