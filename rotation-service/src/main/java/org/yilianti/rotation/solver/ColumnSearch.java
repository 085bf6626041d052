package org.yilianti.rotation.solver;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A search by {@link Neighbourhood}s: the whole plan at once where that is in reach, else as many lines as are, near badly covered slots.
 * Where a neighbourhood is proven to hold nothing better, the next is larger; where work ran out, it is smaller. A neighbourhood of the
 * whole plan proves a bound as well.
 */
final class ColumnSearch {

    /** Cells relaxed, and work of linear programs, that take about as long as a move of {@link Annealing}. */
    private static final long CELLS_PER_STEP = 30_000;

    private static final long PIVOTING_PER_STEP = 300;
    /** Passes that it usually takes to plan a neighbourhood. */
    private static final int PASSES = 200;

    /** Passes after which it is known how long the others will take. */
    private static final int TRIAL = 10;

    /** How much slower a cold machine may be. */
    private static final double COLD = 5;
    /** Share of what is left of the budget that the first pass over the whole plan may take. */
    private static final double FIRST_PASS = 0.2;

    /** Share of what is left of the budget that the whole plan may take, and from which on it is made of the contents known then. */
    private static final double SHARE_OF_WHOLE = 0.95;

    private static final double HURRY = 0.6;
    /** Shares of the budget that another neighbourhood may take, and should. */
    private static final double SHARE = 0.06;

    private static final double USUAL_SHARE = 0.02;
    /** The first size after the whole plan. */
    private static final double LARGEST = 0.4;

    private static final double GROWTH = 1.3;
    private static final double SHRINKING = 0.7;
    /** How far from the bound, in parts of its cost, a plan may be for further dives to be worth while. */
    private static final double NEAR = 0.1;
    /** Otherwise, how many neighbourhoods in a row may take too long or lead nowhere. */
    private static final int PATIENCE = 4;

    private final Roster roster;
    private final Model model;
    private final Clockwork clockwork;
    private final Effort effort;
    private final SplittableRandom random;
    private final LineOffers offers;
    private final ContentPool pool = new ContentPool();
    private final double[] prices;
    private final int cells;
    private double size;
    private @Nullable Neighbourhood present;
    private int[] offered = new int[0];
    private long offeredCost = Long.MAX_VALUE;
    private boolean whole;
    private double begun;
    private double firstPass;
    private int fruitless;
    private boolean reached;
    private boolean outOfReach;
    private long cellsCounted;
    private long pivotingCounted;
    private double bound = Double.NEGATIVE_INFINITY;

    ColumnSearch(Roster roster, Clockwork clockwork, Effort effort, long seed) {
        this.roster = roster;
        this.clockwork = clockwork;
        this.effort = effort;
        model = roster.model;
        random = new SplittableRandom(seed);
        offers = new LineOffers(model);
        prices = new double[model.demand.length];
        for (int slot = 0; slot < prices.length; slot++) {
            prices[slot] = model.demand[slot].desired() == 0
                    ? 0
                    : model.demand[slot].weights().belowDesired() / 2.0;
        }
        cells = model.people * model.days;
        size = cells;
    }

    /** The plan so far, which only gets better. */
    Roster roster() {
        return roster;
    }

    /** What every plan costs at least, as far as it is proven; costs are whole. */
    long bound() {
        return bound <= 0 ? 0 : (long) Math.ceil(bound - 1e-6);
    }

    /** Goes on from another plan, when the present neighbourhood is done and if it is better then. */
    void offer(Incumbent better) {
        if (better.cost() < roster.cost()) {
            offered = better.cells();
            offeredCost = better.cost();
        }
    }

    /** Searches until this fraction of the budget is used, cancellation is requested or the plan is proven best. */
    void run(double until) {
        boolean possible = cells > 0 && model.types > 0 && LinearSolver.isAvailable();
        while (possible
                && clockwork.fraction(effort.steps()) < until
                && !clockwork.cancelled()
                && !hasGivenUp()
                && roster.cost() > bound()) {
            var work = present == null ? begin() : present;
            work.advance();
            count(work);
            double used = clockwork.fraction(effort.steps()) - begun;
            double left = 1 - begun;
            if (whole && used > HURRY * left) {
                work.hurry();
            }
            if (work.isOver() || used > (whole ? SHARE_OF_WHOLE * left : SHARE) || isOutOfReach(work, used)) {
                end(work, used);
            }
        }
    }

    /** Whether the whole plan was too large to be planned, and bounded, at once. */
    boolean isWholeOutOfReach() {
        return outOfReach;
    }

    /** Whether neighbourhoods are of no use here: then the time is better spent otherwise. */
    boolean hasGivenUp() {
        return fruitless >= PATIENCE && roster.cost() - bound > NEAR * roster.cost();
    }

    /** Frees what the present neighbourhood holds. */
    void stop() {
        if (present != null) {
            present.close();
            present = null;
        }
    }

    private Neighbourhood begin() {
        if (offeredCost < roster.cost()) {
            roster.adopt(offered);
        }
        begun = clockwork.fraction(effort.steps());
        var area = SearchArea.of(roster, size, random);
        whole = area.cells() == cells;
        cellsCounted = offers.relaxed();
        pivotingCounted = 0;
        var fresh = new Neighbourhood(roster, offers, pool, area, prices, random.split());
        present = fresh;
        return fresh;
    }

    private void count(Neighbourhood work) {
        long more = (offers.relaxed() - cellsCounted) / CELLS_PER_STEP;
        long pivoting = (work.work() - pivotingCounted) / PIVOTING_PER_STEP;
        cellsCounted += more * CELLS_PER_STEP;
        pivotingCounted += pivoting * PIVOTING_PER_STEP;
        effort.add(Math.max(1, more + pivoting));
    }

    /** After a few passes over the whole plan it is known whether it can be planned at once; the first are slow on a cold machine. */
    private boolean isOutOfReach(Neighbourhood work, double used) {
        if (!whole || work.state() != Neighbourhood.State.GENERATING) {
            return false;
        }
        if (work.passes() == 0) {
            firstPass = used;
            return used > FIRST_PASS * (1 - begun);
        }
        return needed(work, used) > (work.passes() < TRIAL ? COLD : 1) * SHARE_OF_WHOLE * (1 - begun);
    }

    /** The share of the budget that a neighbourhood of this size takes. */
    private double needed(Neighbourhood work, double used) {
        return work.passes() < 2 ? used : (used - firstPass) / (work.passes() - 1) * PASSES;
    }

    private void end(Neighbourhood work, double used) {
        var state = work.state();
        if (whole) {
            bound = Math.max(bound, work.bound());
            reached |= state != Neighbourhood.State.GENERATING;
            outOfReach = !reached;
        }
        fruitless = switch (state) {
            case CLOSED, IMPROVED -> 0;
            case FAILED -> fruitless + 1;
            case GENERATING, DIVING -> fruitless + (size <= SearchArea.smallest(model) ? PATIENCE / 2 : 1);
        };
        size = Math.clamp(sizeAfter(state, work, used), SearchArea.smallest(model), cells);
        stop();
    }

    private double sizeAfter(Neighbourhood.State state, Neighbourhood work, double used) {
        if (whole && !reached) {
            return cells * Math.min(LARGEST, USUAL_SHARE / needed(work, used));
        }
        if (fruitless >= PATIENCE) {
            return cells * (LARGEST + (1 - LARGEST) * random.nextDouble());
        }
        return switch (state) {
            case CLOSED -> size * GROWTH;
            case IMPROVED -> whole && used > SHARE ? cells * LARGEST : size;
            case FAILED -> whole ? cells * LARGEST : size;
            case GENERATING, DIVING -> whole ? cells * LARGEST : size * SHRINKING;
        };
    }
}
