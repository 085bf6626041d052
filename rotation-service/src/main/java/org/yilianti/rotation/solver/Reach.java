package org.yilianti.rotation.solver;

import java.util.SplittableRandom;

/**
 * How large areas of one shape are planned: larger ones after a proof that an area holds nothing better, smaller ones where work ran out.
 * Where long lines were dived for in vain again and again, any large size may do; wide areas grow while they are planned quickly, and
 * shrink until they are decided.
 */
final class Reach {

    /** The largest after the whole plan, in parts of its cells. */
    private static final double LARGEST = 0.4;

    /** The share of the budget that an area should take. */
    private static final double USUAL_SHARE = 0.02;

    private static final double GROWTH = 1.3;
    private static final double SHRINKING = 0.7;
    /** How many areas in a row may take too long or lead nowhere. */
    private static final int PATIENCE = 4;

    private final SearchArea.Shape shape;
    private final double smallest;
    private final double cells;
    private double size;
    private double idle;
    private int fruitless;

    /** Begins with the whole plan. */
    Reach(SearchArea.Shape shape, Model model) {
        this.shape = shape;
        smallest = SearchArea.smallest(model);
        cells = (double) model.people * model.days;
        size = cells;
    }

    SearchArea area(Roster roster, SplittableRandom random) {
        return SearchArea.of(roster, shape, size, random);
    }

    /** The share of the budget used since an area of this shape made the plan better. */
    double idle() {
        return idle;
    }

    /** Whether the next area is the whole plan. */
    boolean isWhole() {
        return size >= cells;
    }

    /** Whether the last areas led nowhere. */
    boolean isFruitless() {
        return fruitless >= PATIENCE;
    }

    /**
     * Makes room after the whole plan was tried.
     *
     * @param needed the share of the budget that it took, or would have taken
     */
    void narrow(double needed) {
        size = Math.max(smallest, cells * Math.min(LARGEST, USUAL_SHARE / needed));
    }

    /** Learns how an area of this shape ended and what share of the budget it took. */
    void learn(Neighbourhood.State state, double used, SplittableRandom random) {
        idle = state == Neighbourhood.State.IMPROVED ? 0 : idle + used;
        fruitless = switch (state) {
            case CLOSED, IMPROVED -> 0;
            case FAILED -> fruitless + 1;
            case GENERATING, DIVING -> fruitless + (size <= smallest ? PATIENCE / 2 : 1);
        };
        size = Math.clamp(next(state, used, random), smallest, cells);
    }

    private double next(Neighbourhood.State state, double used, SplittableRandom random) {
        boolean isWide = shape == SearchArea.Shape.WIDE;
        if (isFruitless() && !isWide) {
            return cells * (LARGEST + (1 - LARGEST) * random.nextDouble());
        }
        return switch (state) {
            case CLOSED -> size * GROWTH;
            case IMPROVED -> isWide && used < USUAL_SHARE ? size * GROWTH : size;
            case FAILED -> isWide ? size * SHRINKING : size;
            case GENERATING, DIVING -> size * SHRINKING;
        };
    }
}
