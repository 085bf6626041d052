package org.yilianti.rotation.solver;

/**
 * How much it costs to load some more than others. Each is a convex cost of one person's own total, so that, for a given sum of work,
 * the equal distribution is the cheapest one, and the cost stays local to a row.
 *
 * @param night the n-th night of a person costs n times this
 * @param weekend the n-th worked weekend costs n times this
 * @param away each duty outside the home site costs this
 * @param load a person who works m minutes costs this × m² ÷ (480 × target minutes): least in sum when m is proportional to the target
 */
public record FairnessWeights(int night, int weekend, int away, int load) {

    /** Enough to even things out, too little to leave a desired head out. */
    public static FairnessWeights standard() {
        return new FairnessWeights(2, 4, 3, 2);
    }

    public static FairnessWeights none() {
        return new FairnessWeights(0, 0, 0, 0);
    }

    public FairnessWeights {
        if (night < 0 || weekend < 0 || away < 0 || load < 0) {
            throw new IllegalArgumentException("fairness weights must not be negative");
        }
    }
}
