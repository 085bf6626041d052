package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The same days of several people planned together by column generation (Dantzig and Wolfe, Operations Research 8, 1960), all else as it is.
 * A linear program mixes the contents known for each line; its dual prices tell {@link LineOffers} which further contents are worth having,
 * until there are none. Then lines are fixed, those first whose mixture is clearest, with new contents in between: a dive.
 *
 * <p>Work is done in small steps, so that it can be interrupted and measured.
 */
final class Neighbourhood implements AutoCloseable {

    private static final double EPSILON = 1e-6;
    /** Lines from which on it pays to look for prices before the first mixture, how often, and how many of the last answers are mixed. */
    private static final int MANY_LINES = 20;

    /** A search keeps a number per line and slot: 32 MB of them at most. */
    private static final long MOST_MEANS = 4_000_000;

    private static final int SEARCH_PASSES = 30;
    private static final int MIXED_PASSES = 12;

    private final Roster roster;
    private final Model model;
    private final LineOffers offers;
    private final int[] people;
    private final int from;
    private final int to;
    private final ContentPool pool;
    private final FixedLines fixed;
    private final Mixture mixture;
    private final SmoothedPrices prices;
    private final PriceSearch search;
    private boolean mixed;
    private final double[] guess;
    private final SplittableRandom random;
    private final double[] center;
    private final long goal;
    private final Pace pace;
    private State state = State.GENERATING;
    private double proven = Double.NEGATIVE_INFINITY;
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
    Neighbourhood(
            Roster roster,
            LineOffers offers,
            ContentPool pool,
            SearchArea area,
            double[] guess,
            SplittableRandom random) {
        this.roster = roster;
        this.offers = offers;
        this.pool = pool;
        people = area.people();
        from = area.from();
        to = area.to();
        this.guess = guess;
        this.random = random;
        model = roster.model;
        goal = roster.cost();
        pace = new Pace(goal);
        fixed = new FixedLines(roster, people, from, to);
        mixture = new Mixture(fixed);
        center = Arrays.copyOfRange(guess, from * model.types, to * model.types);
        prices = new SmoothedPrices(center);
        search = fixed.search(center, searchesPrices() ? SEARCH_PASSES : 0);
        for (int line = 0; line < people.length; line++) {
            int[] present = Arrays.copyOfRange(roster.lines[people[line]].cells, from, to);
            search.begin(line, present);
            offer(line, present);
            for (int[] known : isOfWholeLines() ? pool.lines(people[line]) : List.<int[]>of()) {
                if (LineCheck.permits(roster.lines[people[line]], from, to, known)) {
                    offer(line, known);
                }
            }
        }
    }

    private boolean searchesPrices() {
        return people.length >= MANY_LINES && (long) people.length * center.length <= MOST_MEANS;
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

    /** Fixes lines from now on, and more of them at a time, with the contents that are known. */
    void hurry() {
        pace.hurry();
    }

    /** Does a bit of work: mixes, or prices one line. */
    void advance() {
        if (!search.isOver()) {
            searchPrices();
        } else if (next < 0) {
            beginPass();
        } else if (next < people.length) {
            priceLine(next++);
        } else {
            endPass();
        }
    }

    private void searchPrices() {
        int line = Math.floorMod(next + 1, people.length);
        int[] content = offers.content(roster, people[line], from, to, center);
        search.answer(line, content);
        if (content.length > 0 && passes >= SEARCH_PASSES - MIXED_PASSES) {
            offer(line, content);
        }
        boolean passed = line == people.length - 1;
        passes += passed ? 1 : 0;
        next = passed ? -1 : line;
    }

    private void beginPass() {
        if (!mixture.solve()) {
            state = State.FAILED;
            return;
        }
        mixed = true;
        if (pace.isGoodEnough(mixture.cost())) {
            settled();
            return;
        }
        prices.begin(mixture, fixed);
        added = 0;
        next = 0;
    }

    private void priceLine(int line) {
        if (fixed.isOpen(line)) {
            int[] content = offers.content(roster, people[line], from, to, prices.present);
            prices.add(offers.bound());
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
        prices.end();
        if (state == State.GENERATING) {
            proven = prices.bound();
        }
        if (prices.bound() > goal - 1 + EPSILON) {
            state = state == State.GENERATING ? State.CLOSED : State.FAILED;
        } else if (isSettled()) {
            settled();
        } else if (added == 0) {
            prices.smoothLess();
        }
    }

    private boolean isSettled() {
        return pace.isSettled(passesSinceFixed, mixture.cost(), prices.bound())
                || (added == 0 && !prices.areSmoothed());
    }

    private void settled() {
        if (state == State.GENERATING) {
            if (isOfWholeLines()) {
                mixture.best(own -> pool.keep(
                        people[own.getFirst().line()],
                        own.stream().map(Column::content).toList()));
            }
            state = State.DIVING;
            pace.dive(mixture.cost());
        }
        if (mixture.cost() > goal - 1 + EPSILON) {
            state = State.FAILED;
            return;
        }
        mixture.fix(pace.portion(), random);
        if (fixed.open() == 0) {
            lay();
        } else {
            passesSinceFixed = 0;
            prices.restart();
        }
    }

    private void lay() {
        roster.begin();
        for (int line = 0; line < people.length; line++) {
            roster.lift(people[line], from, to);
            roster.lay(people[line], from, to, fixed.content(line));
        }
        if (roster.cost() < goal) {
            state = State.IMPROVED;
        } else {
            roster.rollback();
            state = State.FAILED;
        }
    }

    /** Leaves the best prices found where the next neighbourhood begins. */
    @Override
    public void close() {
        System.arraycopy(center, 0, guess, from * model.types, center.length);
        mixture.close();
    }
}
