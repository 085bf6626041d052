package org.yilianti.rotation.solver;

/**
 * The prices at which lines are asked: those of a {@link Mixture}, smoothed towards the ones that gave the best bound (Wentges,
 * International Transactions in Operational Research 4, 1997), because those of an early mixture leap about.
 */
final class SmoothedPrices {

    private static final double FIRST = 0.8;
    private static final double LESS = 0.4;

    /** Per slot what a head is paid. */
    final double[] present;

    private final double[] center;
    private double smoothing = FIRST;
    private double bound = Double.NEGATIVE_INFINITY;
    private double sum;

    /**
     * @param center where to begin; the prices of the best bound are left there
     */
    SmoothedPrices(double[] center) {
        this.center = center;
        present = new double[center.length];
    }

    /** Goes on from the mixture's prices; all open lines are asked at these, then {@link #end}. */
    void begin(Mixture mixture, FixedLines fixed) {
        sum = fixed.cost();
        for (int slot = 0; slot < present.length; slot++) {
            present[slot] = smoothing * center[slot] + (1 - smoothing) * mixture.worth(slot);
            sum += fixed.cheapestCover(slot, present[slot]);
        }
    }

    /** What an open line costs at least at the present prices, duties paid. */
    void add(double leastCost) {
        sum += leastCost;
    }

    void end() {
        if (sum > bound) {
            bound = sum;
            System.arraycopy(present, 0, center, 0, present.length);
        }
    }

    /** What every plan costs at least in which the lines that are fixed stay so. */
    double bound() {
        return bound;
    }

    boolean areSmoothed() {
        return smoothing > 0;
    }

    void smoothLess() {
        smoothing = Math.max(0, smoothing - LESS);
    }

    /** Forgets the bound, because other lines are fixed now; prices stay. */
    void restart() {
        smoothing = LESS;
        bound = Double.NEGATIVE_INFINITY;
    }
}
