package org.yilianti.rotation.solver;

/** When a {@link Neighbourhood} has looked for contents long enough, and how many lines it fixes then. */
final class Pace {

    /** Passes over the open lines at most, before lines are fixed. */
    private static final int MOST_PASSES = 200;
    /** Passes over all lines that may cost as much work as those over the open ones between fixing lines. */
    private static final int DIVE_PASSES = 10;
    /** Parts of the lines that are fixed at a time, at leisure and in a hurry. */
    private static final double LEISURE = 0.03;

    private static final double HURRY = 0.06;
    /** Costs are whole: a mixture that is closer than this to the bound is as good as solved; or closer than this part of the cost. */
    private static final double CLOSE = 0.5;

    private static final double CLOSE_PART = 0.001;
    /** In a hurry, the part by which a mixture may cost more than before anything was fixed without a look for further contents. */
    private static final double ENOUGH_PART = 0.015;

    /** Passes without a better mixture after which a part of the plan, of which no bound is asked, is looked at no longer. */
    private static final int PATIENCE = 20;
    /** A mixture that costs less by no more than this is no better. */
    private static final double LEAST_GAIN = 0.001;

    private final long goal;
    private final int lines;
    private final boolean isPart;
    private double least = Double.POSITIVE_INFINITY;
    private int stuck;
    private boolean hurried;
    private boolean dives;
    private int most = MOST_PASSES;
    private double enough = Double.NEGATIVE_INFINITY;

    /**
     * @param goal what the plan costs that is to be bettered
     * @param lines how many are looked at
     * @param isPart whether only a part of the plan is looked at
     */
    Pace(long goal, int lines, boolean isPart) {
        this.goal = goal;
        this.lines = lines;
        this.isPart = isPart;
    }

    void hurry() {
        hurried = true;
    }

    /** From now on lines are fixed. */
    void dive(double mixed) {
        dives = true;
        goOn(lines);
        enough = mixed + ENOUGH_PART * Math.abs(mixed);
    }

    /**
     * Lines were fixed, and so many are open. Passes over few lines cost little, and those that are left to the end need most: what was
     * found for them before fits no longer, and each poor fit is paid for in full.
     */
    void goOn(int open) {
        stuck = 0;
        least = Double.POSITIVE_INFINITY;
        most = Math.min(MOST_PASSES, DIVE_PASSES * lines / open);
    }

    /** Whether a mixture of this cost needs no further contents after so many passes. */
    boolean isSettled(int passes, double mixed, double bound) {
        stuck = mixed < least - LEAST_GAIN ? 0 : stuck + 1;
        least = Math.min(least, mixed);
        return passes >= (hurried && !dives ? DIVE_PASSES : most)
                || (isPart && !dives && stuck >= PATIENCE)
                || (isPromising(mixed) && mixed - bound < Math.max(CLOSE, CLOSE_PART * goal))
                || isGoodEnough(mixed);
    }

    /**
     * Whether lines of a mixture of this cost might make a better plan. Of any other the bound alone is of interest, and a little more of it
     * may prove that there is no better plan.
     */
    private boolean isPromising(double mixed) {
        return dives || mixed <= goal - 1;
    }

    /** Whether a mixture of this cost is good enough, in a hurry, without another pass. */
    boolean isGoodEnough(double mixed) {
        return hurried && mixed < enough;
    }

    /** The part of the open lines that is fixed next. */
    double portion() {
        return hurried ? HURRY : LEISURE;
    }
}
