package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Comparator;

/**
 * A lower bound of the cost of every plan that takes milliseconds, also for thousands of people; {@link PriceBound} is better and slower.
 *
 * <p><b>Argument.</b> A plan's cost is cover + wishes and travel + others, every term ≥ 0.
 * <ol>
 *   <li>Wishes and travel are a sum over (person, day) of a cost of that day's content alone, so they cost at least the sum of the
 *       cheapest content of each day.
 *   <li>The filled heads of any plan can be filled together in {@link HeadMatching}, which keeps only some of the rules; so cover costs at
 *       least what all heads cost when missing less the greatest value of heads it can fill.
 * </ol>
 * Both concern different terms of the cost, so they add up.
 */
final class CoverBound {

    private CoverBound() {}

    static long of(Model model) {
        return missing(model, new Capacity(model)) + cheapestDays(model);
    }

    private static long cheapestDays(Model model) {
        long sum = 0;
        for (Profile profile : model.profiles) {
            for (int day = 0; day < model.days; day++) {
                int cheapest = profile.cellCost(model, day, Model.FREE);
                for (int type : profile.optionsOfDay[day]) {
                    cheapest = Math.min(cheapest, profile.cellCost(model, day, type));
                }
                sum += cheapest;
            }
        }
        return sum;
    }

    /** {@code count} heads of one slot, each worth {@code value}. */
    private record Heads(int slot, int count, long value) {}

    /** Σ value of all heads − greatest Σ value of heads that can be filled together. */
    private static long missing(Model model, Capacity capacity) {
        var heads = new ArrayList<Heads>();
        long total = 0;
        for (int slot = 0; slot < model.demand.length; slot++) {
            var demand = model.demand[slot];
            total += demand.cost(0);
            long desired = demand.weights().belowDesired();
            heads.add(
                    new Heads(slot, demand.minimum(), desired + demand.weights().belowMinimum()));
            heads.add(new Heads(slot, demand.desired() - demand.minimum(), desired));
        }
        heads.removeIf(some -> some.count() == 0 || some.value() <= 0);
        heads.sort(Comparator.comparingLong(Heads::value).reversed().thenComparingInt(Heads::slot));
        var matching = new HeadMatching(model, capacity);
        for (Heads some : heads) {
            for (int i = 0; i < some.count() && matching.fill(some.slot()); i++) {
                total -= some.value();
            }
        }
        return total;
    }
}
