package org.yilianti.rotation.solver;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search by {@link Neighbourhood}s: the whole plan at once where that is in reach, then areas near badly covered slots, as large as their
 * {@link Reach} says. Of the shapes of areas that one is next which has spent less since it last made the plan better. A neighbourhood of
 * the whole plan proves a bound as well.
 */
final class ColumnSearch {

    /** Cells relaxed, and work of linear programs, that take about as long as a move of {@link Annealing}. */
    private static final long CELLS_PER_STEP = 30_000;

    private static final long PIVOTING_PER_STEP = 300;
    /** Passes that it usually takes to plan a neighbourhood. */
    private static final int PASSES = 100;

    /** Passes after which it is known how long the others will take. */
    private static final int TRIAL = 10;

    /** How much slower a cold machine may be. */
    private static final double COLD = 5;
    /** Share of what is left of the budget that the first pass over the whole plan may take. */
    private static final double FIRST_PASS = 0.2;

    /** Share of what is left of the budget that the whole plan may take, and from which on it is made of the contents known then. */
    private static final double SHARE_OF_WHOLE = 0.8;

    private static final double HURRY = 0.5;
    /** Share of the budget that another neighbourhood may take. */
    private static final double SHARE = 0.06;

    /** How far from the bound, in parts of its cost, a plan may be for further dives to be worth while. */
    private static final double NEAR = 0.1;

    private final Roster roster;
    private final Model model;
    private final Clockwork clockwork;
    private final Effort effort;
    private final SplittableRandom random;
    private final LineOffers offers;
    private final ContentPool pool = new ContentPool();
    private final double[] prices;
    private final int cells;
    private final List<Reach> reaches;
    private Reach reach;
    private @Nullable Neighbourhood present;
    private int[] offered = new int[0];
    private long offeredCost = Long.MAX_VALUE;
    private boolean whole;
    private double begun;
    private double firstPass;
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
        reaches = Stream.of(SearchArea.Shape.values())
                .map(shape -> new Reach(shape, model))
                .toList();
        reach = reaches.getFirst();
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
        return reaches.stream().allMatch(Reach::isFruitless) && roster.cost() - bound > NEAR * roster.cost();
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
        reach = Collections.min(reaches, Comparator.comparingDouble(Reach::idle));
        var area = reach.area(roster, random);
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
        var wholes = reaches.stream().filter(Reach::isWhole).toList();
        reach.learn(state, whole ? 0 : used, random); // what the whole plan takes gives a bound as well
        if (whole) {
            bound = Math.max(bound, work.bound());
            reached |= state != Neighbourhood.State.GENERATING;
            outOfReach = !reached;
            boolean again = reached && state == Neighbourhood.State.IMPROVED && used <= SHARE;
            double needed = reached ? 0 : needed(work, used);
            wholes.stream().filter(each -> !again).forEach(each -> each.narrow(needed));
        }
        stop();
    }
}
