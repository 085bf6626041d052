package org.yilianti.rotation.solver;

/**
 * A planner: problem in, best plan out.
 *
 * <p>Contract for every engine: the plan breaks no hard rule; its cost is the scorer's; its bound is proven or absent; impossible demand
 * is no failure, the rest is planned; with a step budget the result is reproducible. Safe for use by many threads at once.
 */
public interface RosterEngine {

    /**
     * @throws IllegalArgumentException when the problem refers to something unknown (the message names it)
     */
    RosterPlan solve(RosterProblem problem, SolveBudget budget, ProgressListener listener, Cancellation cancellation);

    /** Simulated annealing over windows of one person's days, and column generation over many people's lines, side by side. */
    static RosterEngine standard() {
        return new StandardEngine();
    }
}
