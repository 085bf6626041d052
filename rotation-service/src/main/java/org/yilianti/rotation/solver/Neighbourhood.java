package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.List;

/**
 * The same days of several people planned together by column generation (Dantzig and Wolfe, Operations Research 8, 1960), all else as it is.
 * A linear program mixes the contents known for each line; its dual prices tell {@link LineOffers} which further contents are worth having,
 * until there are none. Then lines are fixed, those first whose mixture is clearest, with new contents in between: a dive.
 *
 * <p>Prices are smoothed towards those that gave the best bound (Wentges, International Transactions in Operational Research 4, 1997),
 * because those of an early mixture leap about. Work is done in small steps, so that it can be interrupted and measured.
 */
final class Neighbourhood implements AutoCloseable {

    private static final double EPSILON = 1e-6;
    private static final double SMOOTHING = 0.8;
    private static final double LESS = 0.4;
    /** Passes over the open lines at most, before and between fixing lines. */
    private static final int MOST_PASSES = 200;

    private static final int DIVE_PASSES = 10;
    /** Costs are whole: a mixture that is closer than this to the bound is as good as solved; or closer than this part of the cost. */
    private static final double CLOSE = 0.5;

    private static final double CLOSE_PART = 0.001;

    private final Roster roster;
    private final Model model;
    private final LineOffers offers;
    private final int[] people;
    private final int from;
    private final int to;
    private final ContentPool pool;
    private final Mixture mixture;
    private boolean mixed;
    private final double[] guess;
    private final double[] center;
    private final double[] prices;
    private final long goal;
    private State state = State.GENERATING;
    private double smoothing = SMOOTHING;
    private double bound = Double.NEGATIVE_INFINITY;
    private double proven = Double.NEGATIVE_INFINITY;
    private double sum;
    private int next = -1;
    private int added;
    private int passes;
    private int passesSinceFixed;

    /** How far the work is; the last three end it. */
    enum State {
        GENERATING,
        DIVING,
        /** No other content of these lines makes the plan better. */
        CLOSED,
        /** A better plan was laid into the roster. */
        IMPROVED,
        /** No better plan was found. */
        FAILED
    }

    /**
     * @param guess prices of all slots of the horizon; better ones are left there in the end
     */
    Neighbourhood(Roster roster, LineOffers offers, ContentPool pool, int[] people, int from, int to, double[] guess) {
        this.roster = roster;
        this.offers = offers;
        this.pool = pool;
        this.people = people;
        this.from = from;
        this.to = to;
        this.guess = guess;
        model = roster.model;
        goal = roster.cost();
        mixture = new Mixture(roster, people, from, to);
        center = Arrays.copyOfRange(guess, from * model.types, to * model.types);
        prices = new double[center.length];
        for (int line = 0; line < people.length; line++) {
            offer(line, Arrays.copyOfRange(roster.lines[people[line]].cells, from, to));
            for (int[] known : isOfWholeLines() ? pool.lines(people[line]) : List.<int[]>of()) {
                if (LineCheck.permits(roster.lines[people[line]], from, to, known)) {
                    offer(line, known);
                }
            }
        }
    }

    private boolean isOfWholeLines() {
        return to - from == model.days;
    }

    State state() {
        return state;
    }

    boolean isOver() {
        return state != State.GENERATING && state != State.DIVING;
    }

    /** What a plan costs at least that differs from the present one in this neighbourhood only. */
    double bound() {
        return proven;
    }

    /** Passes over all lines so far. */
    int passes() {
        return passes;
    }

    /** Work of the linear programs; that of the lines is counted by {@link LineOffers}. */
    long work() {
        return mixture.work();
    }

    /** Does a bit of work: mixes, or prices one line. */
    void advance() {
        if (next < 0) {
            beginPass();
        } else if (next < people.length) {
            priceLine(next++);
        } else {
            endPass();
        }
    }

    private void beginPass() {
        if (!mixture.solve()) {
            state = State.FAILED;
            return;
        }
        mixed = true;
        sum = mixture.fixedCost();
        for (int slot = 0; slot < prices.length; slot++) {
            prices[slot] = smoothing * center[slot] + (1 - smoothing) * mixture.worth(slot);
            sum += mixture.cheapestCover(slot, prices[slot]);
        }
        added = 0;
        next = 0;
    }

    private void priceLine(int line) {
        if (mixture.isOpen(line)) {
            int[] content = offers.content(roster, people[line], from, to, prices);
            sum += offers.bound();
            if (content.length > 0) {
                added += offer(line, content) ? 1 : 0;
            }
        }
    }

    /** Adds a content to the mixture; whether it is new and of use. */
    private boolean offer(int line, int[] content) {
        var column = new Column(line, content, costWith(roster.lines[people[line]], content));
        return (!mixed || mixture.excess(column) < -EPSILON) && mixture.add(column);
    }

    private long costWith(Line line, int[] content) {
        int[] present = Arrays.copyOfRange(line.cells, from, to);
        line.set(from, to, content);
        long cost = line.cost();
        line.set(from, to, present);
        return cost;
    }

    private void endPass() {
        next = -1;
        passes += state == State.GENERATING ? 1 : 0;
        passesSinceFixed++;
        if (sum > bound) {
            bound = sum;
            System.arraycopy(prices, 0, center, 0, prices.length);
        }
        if (state == State.GENERATING) {
            proven = Math.max(proven, bound);
        }
        if (bound > goal - 1 + EPSILON) {
            state = state == State.GENERATING ? State.CLOSED : State.FAILED;
        } else if (isSettled()) {
            settled();
        } else if (added == 0) {
            smoothing = Math.max(0, smoothing - LESS);
        }
    }

    private boolean isSettled() {
        int most = state == State.GENERATING ? MOST_PASSES : DIVE_PASSES;
        return passesSinceFixed >= most || isClose() || (added == 0 && smoothing == 0);
    }

    private boolean isClose() {
        return mixture.cost() - bound < Math.max(CLOSE, CLOSE_PART * goal);
    }

    private void settled() {
        if (state == State.GENERATING) {
            System.arraycopy(center, 0, guess, from * model.types, center.length);
            if (isOfWholeLines()) {
                mixture.best((contents, line) -> pool.keep(people[line], contents));
            }
            state = State.DIVING;
        }
        if (mixture.cost() > goal - 1 + EPSILON) {
            state = State.FAILED;
            return;
        }
        mixture.fix();
        if (mixture.isWhole()) {
            lay();
        } else {
            passesSinceFixed = 0;
            smoothing = LESS;
            bound = Double.NEGATIVE_INFINITY;
        }
    }

    private void lay() {
        roster.begin();
        for (int line = 0; line < people.length; line++) {
            roster.lift(people[line], from, to);
            roster.lay(people[line], from, to, mixture.chosen(line).content());
        }
        if (roster.cost() < goal) {
            state = State.IMPROVED;
        } else {
            roster.rollback();
            state = State.FAILED;
        }
    }

    @Override
    public void close() {
        mixture.close();
    }
}
