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
    private long steps;

    Annealing(Roster roster, Clockwork clockwork, long seed) {
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

    long steps() {
        return steps;
    }

    Incumbent incumbent() {
        return incumbent;
    }

    Roster roster() {
        return roster;
    }

    /** Continues from another plan. */
    void adopt(int[] cells) {
        roster.adopt(cells);
        incumbent.replaced();
    }

    /** Searches until this fraction of the budget is used, cancellation is requested or the cost reaches the bound. */
    void run(double until, long bound) {
        if (roster.model.people == 0 || roster.model.types == 0) {
            return;
        }
        double fraction = clockwork.fraction(steps);
        while (fraction < until && !clockwork.cancelled() && incumbent.cost() > bound) {
            double temperature = hot * Math.pow(cold / hot, Math.min(1, fraction * 1.1));
            for (int i = 0; i < STEPS_BETWEEN_CHECKS; i++) {
                step(temperature, fraction);
            }
            steps += STEPS_BETWEEN_CHECKS;
            fraction = clockwork.fraction(steps);
        }
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
