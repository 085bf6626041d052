package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * What one person's days could hold best while each duty is paid a price: the cheapest content that every hard rule permits, if it is found,
 * and a proven bound of all contents. Limits per shift type that {@link LinePricer} has no room to count are enforced by surcharges; where
 * another limit is broken, {@link WindowPlanner} looks for a lawful content instead.
 */
final class LineOffers {

    private static final int ROUNDS = 6;
    private static final double FIRST_SURCHARGE = 16;
    private static final int FEW_LABELS = 64;

    private final Model model;
    private final LinePricer pricer;
    private final WindowPlanner planner;
    private final double[] surcharge;
    private final double[] step;
    private final int[] heads;
    private double bound;

    LineOffers(Model model) {
        this.model = model;
        pricer = new LinePricer(model);
        planner = new WindowPlanner(model);
        planner.mostLabels = FEW_LABELS;
        surcharge = new double[model.types];
        step = new double[model.types];
        heads = new int[model.types];
    }

    /** Cells relaxed so far. */
    long relaxed() {
        return pricer.relaxed();
    }

    /** What any content costs at least, duties paid; with {@link #content}'s cost counted like the whole line's. */
    double bound() {
        return bound;
    }

    /**
     * Looks for the cheapest content of these days.
     *
     * @param prices per slot of the days
     * @return a lawful content, or an empty array where none was found
     */
    int[] content(Roster roster, int person, int from, int to, double[] prices) {
        var line = roster.lines[person];
        boolean keepLeast = line.shortfall() == 0;
        int[] most = line.profile.mostOfType;
        Arrays.fill(surcharge, 0);
        Arrays.fill(step, FIRST_SURCHARGE);
        bound = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double free = read(pricer.window(), roster, person, from, to, prices, keepLeast);
            boolean found = pricer.plan();
            bound = Math.max(bound, boundOf(line, free, keepLeast, most));
            if (!found) {
                return new int[0];
            }
            if (!adjust(line, from, to, most)) {
                return lawful(roster, person, from, to, prices, keepLeast);
            }
        }
        return lawful(roster, person, from, to, prices, keepLeast);
    }

    /** What is found bounds all contents, unless giving up a least number could be cheaper. */
    private double boundOf(Line line, double free, boolean keepLeast, int[] most) {
        var least = line.profile.limits.least();
        double found = pricer.bound();
        if (keepLeast && !least.equals(Least.none())) {
            // Fair loads are rounded down, so what a line costs beyond its days may be a fraction below 0.
            found = Math.min(found, free + least.price() - 1);
        }
        for (int type = 0; type < most.length; type++) {
            found -= surcharge[type] == 0 ? 0 : surcharge[type] * left(line, type);
        }
        return found + line.cost() - pricer.window().presentCost();
    }

    private int left(Line line, int type) {
        return line.profile.mostOfType[type] - pricer.window().outsideOfType[type];
    }

    /** Changes surcharges towards keeping all limits per type; whether one was exceeded. */
    private boolean adjust(Line line, int from, int to, int[] most) {
        boolean over = false;
        Arrays.fill(heads, 0);
        for (int day = 0; day < to - from; day++) {
            if (pricer.content[day] != Model.FREE) {
                heads[pricer.content[day]]++;
            }
        }
        for (int type = 0; type < most.length; type++) {
            if (most[type] < Limits.UNLIMITED && heads[type] > left(line, type)) {
                surcharge[type] += step[type];
                over = true;
            } else if (surcharge[type] > 0 && heads[type] < left(line, type)) {
                step[type] /= 2;
                surcharge[type] = Math.max(0, surcharge[type] - step[type]);
            }
        }
        return over;
    }

    private int[] lawful(Roster roster, int person, int from, int to, double[] prices, boolean keepLeast) {
        if (LineCheck.permits(roster.lines[person], from, to, pricer.content)) {
            return Arrays.copyOf(pricer.content, to - from);
        }
        Arrays.fill(surcharge, 0);
        read(planner.window(), roster, person, from, to, prices, keepLeast);
        return planner.plan() ? Arrays.copyOf(planner.content, to - from) : new int[0];
    }

    /** Reads and prices the window; answers the least cost of each day by itself, without any rule. */
    private double read(
            Window window, Roster roster, int person, int from, int to, double[] prices, boolean keepLeast) {
        window.read(roster, person, from, to, keepLeast);
        double free = 0;
        for (int day = 0; day < to - from; day++) {
            double cheapest = Double.POSITIVE_INFINITY;
            for (int option = window.options.start[day]; option < window.options.start[day + 1]; option++) {
                int type = window.options.type[option];
                double paid = type == Model.FREE ? 0 : prices[day * model.types + type] - surcharge[type];
                window.options.price[option] = window.ownPrice(day, type) - paid;
                cheapest = Math.min(cheapest, window.options.price[option]);
            }
            free += cheapest;
        }
        return free;
    }
}
