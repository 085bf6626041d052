package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.BooleanSupplier;

/**
 * A lower bound of the cost of every plan that takes milliseconds for a ward and seconds for thousands of people. {@link PriceBound} plans
 * each line by all its rules but takes lines one by one; this one sees heads and people together, and fairness. The larger counts.
 *
 * <p><b>Argument.</b> A plan's cost is cover + wishes and travel + fairness + others, every term ≥ 0.
 * <ol>
 *   <li>Wishes and travel are a sum over (person, day) of a cost of that day's content alone, so they cost at least the sum of the
 *       cheapest content of each day.
 *   <li>Let h run over the heads of all demands, w(h) its cost when missing, c(h) its charge under {@link FairnessPrices}. The
 *       heads a plan fills are duties of its people, and charges are ≥ 0, so fairness ≥ Σ over filled heads of c(h) − Σ over people of
 *       the greatest excess of charges over fairness. Hence cover + fairness ≥ Σ w(h) − Σ over filled heads of (w(h) − c(h)) − Σ excess.
 *   <li>The filled heads of any plan can be filled together in {@link HeadMatching}, which keeps only some of the rules; so the middle sum
 *       is at most the greatest value of heads it can fill, values below 0 left out.
 * </ol>
 * Both bounds concern different terms of the cost, so they add up. The second holds for any prices; the largest found counts.
 */
final class CoverBound {

    /** Surcharges tried, as shares of what the longest open head would cost per minute. */
    private static final double[] SCARCITY = {0.7, 0.85, 0.5, 1.0};

    private CoverBound() {}

    /** The bound of wishes, travel and cover alone. */
    static long quick(Model model) {
        return Math.max(0, coverAndFairness(model, new Capacity(model), FairnessPrices.zero(model)))
                + cheapestDays(model);
    }

    /**
     * The best bound over several prices taken from a plan: its marginal fairness costs, and, where it leaves heads out, those with a
     * surcharge on each minute, which tells the bound that people's minutes are scarce.
     *
     * @param goOn asked before each; the first is always tried
     */
    static long priced(Roster plan, BooleanSupplier goOn) {
        var model = plan.model;
        var capacity = new Capacity(model);
        var prices = FairnessPrices.of(plan);
        long best = Math.max(0, coverAndFairness(model, capacity, prices));
        for (double share : plan.shortSlots.size() == 0 ? new double[0] : SCARCITY) {
            if (goOn.getAsBoolean()) {
                best = Math.max(best, coverAndFairness(model, capacity, prices.withScarcity(plan, share)));
            }
        }
        return best + cheapestDays(model);
    }

    /** Rounded up, as costs are whole. */
    private static long coverAndFairness(Model model, Capacity capacity, FairnessPrices prices) {
        long excess = 0;
        for (int person = 0; person < model.people; person++) {
            excess += prices.excess(person, mostDuties(capacity, person), capacity.minutes[person]);
        }
        return Math.ceilDiv(missing(model, capacity, prices) - excess, FairnessPrices.SCALE);
    }

    private static int mostDuties(Capacity capacity, int person) {
        int sum = 0;
        for (int week = 0; week < capacity.weeks; week++) {
            sum += capacity.week[person * capacity.weeks + week];
        }
        return Math.min(sum, capacity.horizon[person]);
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

    /** Σ w(h) − greatest Σ (w(h) − c(h)) over heads that can be filled together, in units of cost ÷ SCALE. */
    private static long missing(Model model, Capacity capacity, FairnessPrices prices) {
        var heads = new ArrayList<Heads>();
        long total = 0;
        for (int slot = 0; slot < model.demand.length; slot++) {
            var demand = model.demand[slot];
            total += FairnessPrices.SCALE * demand.cost(0);
            long desired = FairnessPrices.SCALE * demand.weights().belowDesired() - prices.charge(slot);
            long minimum = desired + FairnessPrices.SCALE * demand.weights().belowMinimum();
            heads.add(new Heads(slot, demand.minimum(), minimum));
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
