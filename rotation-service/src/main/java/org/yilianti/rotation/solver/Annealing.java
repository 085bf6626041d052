package org.yilianti.rotation.solver;

import java.util.SplittableRandom;

/**
 * One search: simulated annealing. A move that worsens the cost by Δ is kept with probability exp(−Δ/T); T falls geometrically from a hot
 * start to a cold end over the budget. The roster is feasible after every step.
 */
final class Annealing {

    private static final int STEPS_BETWEEN_CHECKS = 16;

    private final Roster roster;
    private final Clockwork clockwork;
    private final SplittableRandom random;
    private final Moves moves;
    private final Incumbent incumbent;
    private final double hot;
    private final double cold;
    private final Effort effort;

    Annealing(Roster roster, Clockwork clockwork, Effort effort, long seed) {
        this.effort = effort;
        this.roster = roster;
        this.clockwork = clockwork;
        random = new SplittableRandom(seed);
        moves = new Moves(roster, random);
        incumbent = new Incumbent(roster);
        hot = hot(roster.model);
        cold = 0.3;
    }

    /** A fifth of the usual price of a missing head: enough to try detours, too little to take the plan apart. */
    private static double hot(Model model) {
        long weights = 0;
        int count = 0;
        for (CoverDemand demand : model.demand) {
            if (demand.desired() > 0) {
                weights += demand.weights().belowDesired();
                count++;
            }
        }
        return Math.max(2, count == 0 ? 0 : weights / (5.0 * count));
    }

    Incumbent incumbent() {
        return incumbent;
    }

    Roster roster() {
        return roster;
    }

    /** The people whose lines this search changes from here on. */
    void works(int[] people) {
        moves.works(people);
    }

    /**
     * Takes the lines of these people over from a plan that began where this one did, unless the two are worse together than both
     * changes by themselves say.
     *
     * @param start the cost where both began
     */
    void join(Roster other, int[] people, long start, double temperature) {
        long before = roster.cost();
        roster.begin();
        roster.take(other, people);
        long expected = before + other.cost() - start;
        if (roster.cost() <= before || roster.cost() <= expected + temperature) {
            incumbent.noted();
        } else {
            roster.rollback();
        }
    }

    /** Continues from another plan; takes it as its best if it is. */
    void adopt(int[] cells) {
        roster.adopt(cells);
        incumbent.replaced();
    }

    /** Searches until this fraction of the budget is used, cancellation is requested or the cost reaches the bound. */
    void run(double until, long bound) {
        if (!moves.possible()) {
            return;
        }
        double fraction = clockwork.fraction(effort.steps());
        while (fraction < until && !clockwork.cancelled() && incumbent.cost() > bound) {
            double temperature = temperature(fraction);
            for (int i = 0; i < STEPS_BETWEEN_CHECKS; i++) {
                step(temperature, fraction);
            }
            effort.add(STEPS_BETWEEN_CHECKS);
            fraction = clockwork.fraction(effort.steps());
        }
    }

    double temperature(double fraction) {
        return hot * Math.pow(cold / hot, Math.min(1, fraction * 1.1));
    }

    private void step(double temperature, double progress) {
        long before = roster.cost();
        roster.begin();
        boolean changed = moves.any(temperature, progress);
        if (changed && accepted(roster.cost() - before, temperature)) {
            incumbent.noted();
        } else {
            roster.rollback();
        }
    }

    private boolean accepted(long delta, double temperature) {
        return delta <= 0 || delta < -temperature * Math.log(1 - random.nextDouble());
    }
}
