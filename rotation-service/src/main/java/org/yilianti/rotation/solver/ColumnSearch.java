package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
    private static final int PASSES = 100;

    /** Passes after which it is known how long the others will take. */
    private static final int TRIAL = 10;

    /** How much slower a cold machine may be. */
    private static final double COLD = 5;
    /** Share of the budget that the first pass may take. */
    private static final double FIRST_PASS = 0.2;

    /** Shares of the budget that one neighbourhood may take. */
    private static final double SHARE_OF_WHOLE = 0.6;

    private static final double SHARE = 0.06;
    private static final double USUAL_SHARE = 0.02;
    /** The first size after the whole plan. */
    private static final double LARGEST = 0.4;

    private static final double GROWTH = 1.3;
    private static final double SHRINKING = 0.7;
    private static final int FEWEST_PEOPLE = 4;
    /** How many neighbourhoods in a row may take too long or lead nowhere. */
    private static final int PATIENCE = 4;
    /** Windows of longer horizons. */
    private static final int[] WINDOWS = {21, 28, 28, 42, 56};

    private static final int LONGEST = 42;

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
        boolean possible = model.people > 0 && model.types > 0;
        while (possible
                && clockwork.fraction(effort.steps()) < until
                && !clockwork.cancelled()
                && !hasGivenUp()
                && roster.cost() > bound()) {
            var work = present == null ? begin() : present;
            work.advance();
            count(work);
            double used = clockwork.fraction(effort.steps()) - begun;
            if (work.isOver() || used > (whole ? SHARE_OF_WHOLE : SHARE) || isOutOfReach(work, used)) {
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
        return fruitless >= PATIENCE;
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
        int length = model.days <= LONGEST || size >= cells ? model.days : WINDOWS[random.nextInt(WINDOWS.length)];
        length = Math.min(length, model.days);
        int count = (int) Math.clamp(size / length, Math.min(FEWEST_PEOPLE, model.people), model.people);
        whole = count == model.people && length == model.days;
        int slot = slot();
        int from = Math.clamp(slot / model.types - random.nextInt(length), 0, model.days - length);
        cellsCounted = offers.relaxed();
        pivotingCounted = 0;
        var fresh = new Neighbourhood(roster, offers, pool, people(slot, count), from, from + length, prices);
        present = fresh;
        return fresh;
    }

    private int slot() {
        boolean isShort = roster.shortSlots.size() > 0 && random.nextInt(4) > 0;
        return isShort
                ? roster.shortSlots.get(random.nextInt(roster.shortSlots.size()))
                : random.nextInt(model.demand.length);
    }

    /** So many people, half of them able to work in this slot where there are so many. */
    private int[] people(int slot, int count) {
        int[] able = shuffled(model.candidates[slot % model.types]);
        int[] all = shuffled(IntStream.range(0, model.people).toArray());
        return IntStream.concat(Arrays.stream(able).limit((count + 1) / 2), Arrays.stream(all))
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    private int[] shuffled(int[] people) {
        int[] order = people.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int at = random.nextInt(i + 1);
            int person = order[i];
            order[i] = order[at];
            order[at] = person;
        }
        return order;
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
            return used > FIRST_PASS;
        }
        return needed(work, used) > (work.passes() < TRIAL ? COLD : 1) * SHARE_OF_WHOLE;
    }

    /** The share of the budget that a neighbourhood of this size takes. */
    private double needed(Neighbourhood work, double used) {
        return work.passes() < 2 ? used : (used - firstPass) / (work.passes() - 1) * PASSES;
    }

    private void end(Neighbourhood work, double used) {
        if (whole) {
            bound = Math.max(bound, work.bound());
            boolean reached = work.state() != Neighbourhood.State.GENERATING;
            outOfReach = !reached;
            size = cells * (reached ? LARGEST : Math.min(LARGEST, USUAL_SHARE / needed(work, used)));
        } else {
            size *= switch (work.state()) {
                case CLOSED -> GROWTH;
                case IMPROVED, FAILED -> 1;
                case GENERATING, DIVING -> SHRINKING;
            };
        }
        double smallest = Math.min(cells, FEWEST_PEOPLE * Math.min(LONGEST, model.days));
        fruitless = switch (work.state()) {
            case CLOSED, IMPROVED -> 0;
            case FAILED -> fruitless + 1;
            case GENERATING, DIVING -> fruitless + (size <= smallest ? PATIENCE / 2 : 1);
        };
        size = Math.max(size, smallest);
        stop();
    }
}
