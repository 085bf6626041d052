package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * A proven lower bound of the cost of every plan, from a price on each slot (Lagrange): instead of counting heads, which binds all people
 * together, each duty in a slot is paid its price; then every line is planned for itself.
 *
 * <p><b>Argument.</b> Let n(s) be the heads of a plan in slot s, c its convex cover cost and r the cost of its lines. For any prices π,
 * {@code Σ c(n(s)) + r = Σ (c(n(s)) + π(s)·n(s)) + (r − Σ π(s)·n(s))}, which is at least the sum over slots of the least
 * {@code c(n) + π(s)·n} plus the sum over people of the least cost of a line whose duties are paid π. The latter is what
 * {@link WindowPlanner} finds, or its bound where it stops early; limits per shift type and pins are left out.
 *
 * <p>Prices rise where the lines have fewer heads than the cover wants, and fall where they have more: subgradient steps of Polyak's length
 * (Held and Karp, Mathematical Programming 1, 1971). The greatest value met counts. Work can be interrupted after each line.
 */
final class PriceBound {

    private static final int MOST_LABELS = 500;
    private static final int PATIENCE = 8;
    private static final double SHORTEST_STEP = 1e-3;

    private final Model model;
    private final WindowPlanner planner;
    private final Roster empty;
    private final double[] prices;
    private final int[] heads;
    private final double[] bestPrices;
    private double best = Double.NEGATIVE_INFINITY;
    private double stepLength = 1;
    private int sinceBest;
    private int nextPerson;
    private int lines;
    private double sum;

    PriceBound(Model model) {
        this.model = model;
        planner = new WindowPlanner(model);
        planner.mostLabels = MOST_LABELS;
        planner.countTypes(false);
        empty = new Roster(model);
        prices = new double[model.demand.length];
        heads = new int[model.demand.length];
        for (int slot = 0; slot < prices.length; slot++) {
            var demand = model.demand[slot];
            prices[slot] = demand.desired() == 0 ? 0 : demand.weights().belowDesired() / 2.0;
        }
        bestPrices = prices.clone();
    }

    /** The bound so far; costs are whole numbers, so it is rounded up. */
    long bound() {
        return best <= 0 ? 0 : (long) Math.ceil(best - 1e-4);
    }

    /** How many passes over all lines were made, the begun one as a fraction. */
    double passes() {
        return (double) lines / model.people;
    }

    /** Whether more work would change little. */
    boolean settled() {
        return stepLength < SHORTEST_STEP;
    }

    /** Works on until told to stop, which is asked before each line, or until the bound meets this cost of a plan. */
    void improve(long planCost, BooleanSupplier goOn) {
        while (!settled() && bound() < planCost && goOn.getAsBoolean()) {
            if (nextPerson == 0) {
                begin();
            }
            sum += cheapestLine(nextPerson++);
            lines++;
            if (nextPerson == model.people) {
                nextPerson = 0;
                finish(planCost);
            }
        }
    }

    private void begin() {
        Arrays.fill(heads, 0);
        sum = 0;
        for (int slot = 0; slot < prices.length; slot++) {
            sum += cheapestCover(slot);
        }
    }

    /** The least c(n) + π·n: the cover cost is convex and bends at the minimum and at the desired number only. */
    private double cheapestCover(int slot) {
        var demand = model.demand[slot];
        int most = model.candidates[slot % model.types].length;
        double least = demand.cost(0);
        for (int bend : new int[] {demand.minimum(), demand.desired(), most}) {
            int count = Math.min(bend, most);
            least = Math.min(least, demand.cost(count) + prices[slot] * count);
        }
        return least;
    }

    /** The least cost of a line whose duties are paid; whoever lacks a least number pays for it. */
    private double cheapestLine(int person) {
        var least = model.profiles[person].limits.least();
        double free = freely(person, true);
        double lacking = least.equals(Least.none()) ? Double.POSITIVE_INFINITY : free + least.price();
        boolean found = planner.plan();
        if (!found || planner.bound() > lacking) {
            freely(person, false);
            planner.plan();
            countHeads();
            return planner.bound() + least.costOfMinutes(0);
        }
        countHeads();
        return planner.bound();
    }

    /** Reads and prices the line; answers the least cost of each day by itself, without any rule. */
    private double freely(int person, boolean keepLeast) {
        var window = planner.window();
        window.read(empty, person, 0, model.days, keepLeast);
        double free = 0;
        for (int day = 0; day < model.days; day++) {
            double cheapest = Double.POSITIVE_INFINITY;
            for (int i = window.options.start[day]; i < window.options.start[day + 1]; i++) {
                int type = window.options.type[i];
                double paid = type == Model.FREE ? 0 : prices[day * model.types + type];
                window.options.price[i] = window.ownPrice(day, type) - paid;
                cheapest = Math.min(cheapest, window.options.price[i]);
            }
            free += cheapest;
        }
        return free;
    }

    private void countHeads() {
        for (int day = 0; day < model.days; day++) {
            if (planner.content[day] != Model.FREE) {
                heads[day * model.types + planner.content[day]]++;
            }
        }
    }

    private void finish(long planCost) {
        if (sum > best + 1e-6) {
            best = sum;
            System.arraycopy(prices, 0, bestPrices, 0, prices.length);
            sinceBest = 0;
        } else if (++sinceBest == PATIENCE) {
            System.arraycopy(bestPrices, 0, prices, 0, prices.length);
            stepLength /= 2;
            sinceBest = 0;
        }
        step(Math.max(1, planCost - sum));
    }

    private void step(double gap) {
        double norm = 0;
        for (int slot = 0; slot < prices.length; slot++) {
            int lack = model.demand[slot].desired() - heads[slot];
            norm += (double) lack * lack;
        }
        for (int slot = 0; slot < prices.length && norm > 0; slot++) {
            var weights = model.demand[slot].weights();
            double price = prices[slot] + stepLength * gap / norm * (model.demand[slot].desired() - heads[slot]);
            double most = (double) weights.belowDesired() + weights.belowMinimum();
            prices[slot] = Math.min(most, Math.max(-weights.aboveDesired(), price));
        }
    }
}
