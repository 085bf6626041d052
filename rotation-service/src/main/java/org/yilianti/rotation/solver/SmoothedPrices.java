package org.yilianti.rotation.solver;

/**
 * The prices at which lines are asked: those of a {@link Mixture}, smoothed towards the ones that gave the best bound (Wentges,
 * International Transactions in Operational Research 4, 1997), because those of an early mixture leap about.
 */
final class SmoothedPrices {

    private static final double FIRST = 0.8;
    private static final double LESS = 0.4;
    /** Where the mixture's prices give a better bound, the next are to stay near. */
    private static final double MORE = 0.2;

    /** Passes in which the gap between mixture and bound closes by less than this part: then the mixture's own prices are trusted more. */
    private static final int PATIENCE = 4;

    private static final double PROGRESS = 0.01;

    /** Per slot what a head is paid. */
    final double[] present;

    private final double[] center;
    private double smoothing = FIRST;
    private double bound = Double.NEGATIVE_INFINITY;
    private double sum;
    private double gap = Double.POSITIVE_INFINITY;
    private int stuck;
    /** Whether the lines are not yet asked at all. */
    private boolean fresh = true;

    /**
     * @param center where to begin; the prices of the best bound are left there
     */
    SmoothedPrices(double[] center) {
        this.center = center;
        present = new double[center.length];
    }

    /**
     * Goes on from the mixture's prices; all open lines are asked at these, then {@link #end}. First they are asked where it begins: that
     * may be known from elsewhere to give a good bound, which is lost for long if an early mixture leads away.
     */
    void begin(Mixture mixture, FixedLines fixed) {
        boolean closes = !(mixture.cost() - bound > (1 - PROGRESS) * gap);
        stuck = closes ? 0 : stuck + 1;
        gap = mixture.cost() - bound;
        sum = fixed.cost();
        double part = fresh ? 1 : smoothing;
        for (int slot = 0; slot < present.length; slot++) {
            present[slot] = part * center[slot] + (1 - part) * mixture.worth(slot);
            sum += fixed.cheapestCover(slot, present[slot]);
        }
    }

    /** What an open line costs at least at the present prices, duties paid. */
    void add(double leastCost) {
        sum += leastCost;
    }

    /**
     * @param added whether a line held something new that the mixture can use
     */
    void end(boolean added) {
        if (sum > bound) {
            bound = sum;
            smoothing = fresh ? smoothing : Math.min(FIRST, smoothing + MORE);
            System.arraycopy(present, 0, center, 0, present.length);
        }
        if (!fresh && (!added || stuck >= PATIENCE)) {
            smoothing = Math.max(0, smoothing - LESS);
            stuck = 0;
        }
        fresh = false;
    }

    /** What every plan costs at least in which the lines that are fixed stay so. */
    double bound() {
        return bound;
    }

    boolean areSmoothed() {
        return fresh || smoothing > 0;
    }

    /** Forgets the bound, because other lines are fixed now; prices stay. */
    void restart() {
        smoothing = LESS;
        fresh = true;
        gap = Double.POSITIVE_INFINITY;
        stuck = 0;
        bound = Double.NEGATIVE_INFINITY;
    }
}
