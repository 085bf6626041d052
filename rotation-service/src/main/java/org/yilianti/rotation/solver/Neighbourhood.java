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

    private final AreaLines lines;
    private final ContentPool pool;
    private final FixedLines fixed;
    private final Mixture mixture;
    private final SmoothedPrices prices;
    private final PriceSearch search;
    private boolean mixed;
    private final double[] guess;
    private final int firstSlot;
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
        this.pool = pool;
        this.guess = guess;
        this.random = random;
        lines = new AreaLines(roster, offers, area);
        goal = roster.cost();
        pace = new Pace(goal, lines.count(), !lines.areAll());
        fixed = new FixedLines(roster, area.people(), area.from(), area.to());
        mixture = new Mixture(fixed);
        firstSlot = area.from() * roster.model.types;
        center = Arrays.copyOfRange(guess, firstSlot, area.to() * roster.model.types);
        prices = new SmoothedPrices(center);
        search = fixed.search(center, searchesPrices() ? SEARCH_PASSES : 0);
        for (int line = 0; line < lines.count(); line++) {
            begin(line);
        }
    }

    private void begin(int line) {
        var present = lines.present(line);
        search.begin(line, present.content());
        mixture.add(present);
        for (int[] known : lines.areWhole() ? pool.lines(lines.person(line)) : List.<int[]>of()) {
            if (lines.permits(line, known)) {
                offer(line, known);
            }
        }
    }

    private boolean searchesPrices() {
        return lines.count() >= MANY_LINES && (long) lines.count() * center.length <= MOST_MEANS;
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
        } else if (next < lines.count()) {
            priceLine(next++);
        } else {
            endPass();
        }
    }

    private void searchPrices() {
        int line = Math.floorMod(next + 1, lines.count());
        int[] content = lines.cheapest(line, center);
        search.answer(line, content);
        if (content.length > 0 && passes >= SEARCH_PASSES - MIXED_PASSES) {
            offer(line, content);
        }
        boolean passed = line == lines.count() - 1;
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
            int[] content = lines.cheapest(line, prices.present);
            prices.add(lines.leastCost());
            if (content.length > 0) {
                added += offer(line, content) ? 1 : 0;
            }
        }
    }

    /** Adds a content to the mixture; whether it is new and of use. */
    private boolean offer(int line, int[] content) {
        var column = lines.column(line, content);
        return (!mixed || mixture.excess(column) < -EPSILON) && mixture.add(column);
    }

    private void endPass() {
        next = -1;
        passes += state == State.GENERATING ? 1 : 0;
        passesSinceFixed++;
        boolean exact = !prices.areSmoothed();
        prices.end(added > 0);
        if (state == State.GENERATING) {
            proven = prices.bound();
        }
        if (prices.bound() > goal - 1 + EPSILON) {
            state = state == State.GENERATING ? State.CLOSED : State.FAILED;
        } else if (pace.isSettled(passesSinceFixed, mixture.cost(), prices.bound()) || (added == 0 && exact)) {
            settled();
        }
    }

    private void settled() {
        if (state == State.GENERATING) {
            if (lines.areWhole()) {
                mixture.best(own -> pool.keep(
                        lines.person(own.getFirst().line()),
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
            state = lines.lay(fixed, goal) ? State.IMPROVED : State.FAILED;
        } else {
            passesSinceFixed = 0;
            pace.goOn(fixed.open());
            prices.restart();
        }
    }

    /** Leaves the best prices found where the next neighbourhood begins. */
    @Override
    public void close() {
        System.arraycopy(center, 0, guess, firstSlot, center.length);
        mixture.close();
    }
}
