package org.yilianti.rotation.solver;

/**
 * Prices per minute, per night and per weekend duty of each shift type: Lagrange multipliers that let a bound know that covering heads
 * also costs fairness. In units of cost ÷ {@link #SCALE}. Any prices ≥ 0 give a valid bound; good ones are the marginal fairness
 * costs of a sensible plan, so they are read from one.
 *
 * <p>For each person, with λ the highest price among own options: {@code fairness(m) ≥ λ·m − max over m' of (λ·m' − fairness(m'))}. The
 * maximum is found by trying every m' the person could reach.
 */
final class FairnessPrices {

    static final long SCALE = 10_000;

    private final Model model;
    private final FairnessWeights weights;
    private final long[] perMinute;
    private final long[] perNight;
    private final long[] perWeekendDuty;

    private FairnessPrices(Model model) {
        this.model = model;
        weights = model.problem.fairness();
        perMinute = new long[model.types];
        perNight = new long[model.types];
        perWeekendDuty = new long[model.types];
    }

    /** No charge for anything. */
    static FairnessPrices zero(Model model) {
        return new FairnessPrices(model);
    }

    /** The marginal fairness costs of a plan, averaged over the duties of each shift type. */
    static FairnessPrices of(Roster plan) {
        var prices = new FairnessPrices(plan.model);
        double[][] sums = new double[3][plan.model.types];
        int[] duties = new int[plan.model.types];
        for (Line line : plan.lines) {
            for (int type : line.cells) {
                if (type != Model.FREE) {
                    duties[type]++;
                    sums[0][type] += 2.0 * prices.weights.load() * line.minutes / (480.0 * line.profile.target);
                    sums[1][type] += prices.weights.night() * (line.nights + 0.5);
                    sums[2][type] += prices.weights.weekend() * (line.weekends + 0.5) / 2;
                }
            }
        }
        for (int type = 0; type < plan.model.types; type++) {
            double share = SCALE / (double) Math.max(1, duties[type]);
            prices.perMinute[type] = (long) (sums[0][type] * share);
            prices.perNight[type] = plan.model.night[type] ? (long) (sums[1][type] * share) : 0;
            prices.perWeekendDuty[type] = (long) (sums[2][type] * share);
        }
        return prices;
    }

    /** These prices and, on each minute, a share of what a missing head of the longest open shift type costs per minute. */
    FairnessPrices withScarcity(Roster plan, double share) {
        double rate = Double.MAX_VALUE;
        for (int i = 0; i < plan.shortSlots.size(); i++) {
            int slot = plan.shortSlots.get(i);
            double weight = model.demand[slot].weights().belowDesired();
            rate = Math.min(rate, weight / model.length[slot % model.types]);
        }
        var dearer = new FairnessPrices(model);
        for (int type = 0; type < model.types; type++) {
            dearer.perMinute[type] = perMinute[type] + (rate == Double.MAX_VALUE ? 0 : (long) (SCALE * share * rate));
            dearer.perNight[type] = perNight[type];
            dearer.perWeekendDuty[type] = perWeekendDuty[type];
        }
        return dearer;
    }

    /** What these prices charge for one duty in this slot. */
    long charge(int slot) {
        int type = slot % model.types;
        long weekend = model.weekendOf[slot / model.types] >= 0 ? perWeekendDuty[type] : 0;
        return perMinute[type] * model.length[type] + perNight[type] + weekend;
    }

    /** The most by which one person's charges can exceed the fairness cost of the same duties. */
    long excess(int person, int duties, int mostMinutes) {
        var profile = model.profiles[person];
        long minutePrice = 0;
        long nightPrice = 0;
        long weekendPrice = 0;
        boolean[] weekendOpen = new boolean[model.weekOf[model.days - 1] + 1];
        for (int day = 0; day < model.days; day++) {
            for (int type : profile.optionsOfDay[day]) {
                minutePrice = Math.max(minutePrice, perMinute[type]);
                nightPrice = Math.max(nightPrice, perNight[type]);
                if (model.weekendOf[day] >= 0) {
                    weekendOpen[model.weekendOf[day]] = true;
                    weekendPrice = Math.max(weekendPrice, perWeekendDuty[type]);
                }
            }
        }
        int weekends = 0;
        for (boolean open : weekendOpen) {
            weekends += open ? 1 : 0;
        }
        return loadExcess(minutePrice, mostMinutes, profile.target)
                + countExcess(nightPrice, weights.night(), duties)
                + countExcess(2 * weekendPrice, weights.weekend(), Math.min(weekends, profile.limits.weekends()));
    }

    private long loadExcess(long price, int most, int target) {
        int step = gcdOfLengths();
        long excess = 0;
        for (int minutes = 0; minutes <= most && price > 0; minutes += step) {
            excess = Math.max(excess, price * minutes - SCALE * Row.load(weights.load(), minutes, target));
        }
        return excess;
    }

    private static long countExcess(long price, int weight, int most) {
        long excess = 0;
        for (int count = 0; count <= most && price > 0; count++) {
            excess = Math.max(excess, price * count - SCALE * weight * Row.triangle(count));
        }
        return excess;
    }

    private int gcdOfLengths() {
        int gcd = 0;
        for (int length : model.length) {
            int other = length;
            while (other != 0) {
                int rest = gcd % other;
                gcd = other;
                other = rest;
            }
        }
        return Math.max(1, gcd);
    }
}
