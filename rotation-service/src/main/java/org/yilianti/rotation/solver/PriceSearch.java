package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * Prices of slots that lead lines to cover the demand among them, found without a linear program: after each line's answer the price of a
 * slot with too few heads rises and of one with too many falls. Heads are averages of each line's answers, as in the volume algorithm
 * (Barahona and Anbil, Mathematical Programming 87, 2000), because all lines rush to the same slots at any one price.
 */
final class PriceSearch {

    private static final double NEWEST = 0.3;
    /** Parts of what a head is worth at most by which a price changes in a pass, for each head that is missing. */
    private static final double FIRST_STEP = 0.1;

    private static final double LAST_STEP = 0.003;

    private final int types;
    private final CoverDemand[] demand;
    private final double[] prices;
    private final double[] heads;
    private final double[][] mean;
    private final long answersWanted;
    private long answers;

    /**
     * @param demand per slot of the window what is wanted
     * @param prices where to begin; they change with every answer
     * @param heads per slot how many others are there
     * @param passes how often each line will answer
     */
    PriceSearch(CoverDemand[] demand, int types, double[] prices, int[] heads, int lines, int passes) {
        this.demand = demand;
        this.types = types;
        this.prices = prices;
        this.heads = Arrays.stream(heads).asDoubleStream().toArray();
        mean = new double[passes == 0 ? 0 : lines][demand.length];
        answersWanted = (long) lines * passes;
    }

    /** Takes what a line held before anything was asked. */
    void begin(int line, int[] content) {
        if (!isOver()) {
            move(line, content, 1);
        }
    }

    /** Takes a line's cheapest content at the present prices, empty where none was found, and changes them. */
    void answer(int line, int[] content) {
        if (content.length > 0) {
            move(line, content, NEWEST);
        }
        double part = (double) answers++ / answersWanted;
        double step = FIRST_STEP * Math.pow(LAST_STEP / FIRST_STEP, part) / mean.length;
        for (int slot = 0; slot < prices.length; slot++) {
            var weights = demand[slot].weights();
            double most = (double) weights.belowDesired() + weights.belowMinimum();
            double change =
                    step * (weights.belowDesired() + weights.aboveDesired()) * (demand[slot].desired() - heads[slot]);
            prices[slot] = Math.clamp(prices[slot] + change, -weights.aboveDesired(), most);
        }
    }

    boolean isOver() {
        return answers >= answersWanted;
    }

    private void move(int line, int[] content, double part) {
        double[] own = mean[line];
        for (int slot = 0; slot < own.length; slot++) {
            double change = part * ((content[slot / types] == slot % types ? 1 : 0) - own[slot]);
            own[slot] += change;
            heads[slot] += change;
        }
    }
}
