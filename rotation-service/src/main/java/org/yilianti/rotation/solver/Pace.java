package org.yilianti.rotation.solver;

/** When a {@link Neighbourhood} has looked for contents long enough, and how many lines it fixes then. */
final class Pace {

    /** Passes over the open lines at most, before and between fixing lines. */
    private static final int MOST_PASSES = 200;

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

    private final long goal;
    private final boolean isPart;
    private double least = Double.POSITIVE_INFINITY;
    private int stuck;
    private boolean hurried;
    private boolean dives;
    private double enough = Double.NEGATIVE_INFINITY;

    /**
     * @param goal what the plan costs that is to be bettered
     * @param isPart whether only a part of the plan is looked at
     */
    Pace(long goal, boolean isPart) {
        this.goal = goal;
        this.isPart = isPart;
    }

    void hurry() {
        hurried = true;
    }

    /** From now on lines are fixed. */
    void dive(double mixed) {
        dives = true;
        stuck = 0;
        enough = mixed + ENOUGH_PART * Math.abs(mixed);
    }

    /** Whether a mixture of this cost needs no further contents after so many passes. */
    boolean isSettled(int passes, double mixed, double bound) {
        stuck = mixed < least - CLOSE_PART ? 0 : stuck + 1;
        least = Math.min(least, mixed);
        int most = dives || hurried ? DIVE_PASSES : MOST_PASSES;
        return passes >= most
                || (isPart && stuck >= PATIENCE)
                || mixed - bound < Math.max(CLOSE, CLOSE_PART * goal)
                || isGoodEnough(mixed);
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
