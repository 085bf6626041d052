package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.List;

/** The optimum of a tiny problem: every lawful content of every cell, judged by {@link PlainJudge}. */
final class BruteForce {

    private final RosterProblem problem;
    private final PlainJudge judge;
    private final List<Assignment> plan = new ArrayList<>();
    private long best = Long.MAX_VALUE;

    private BruteForce(RosterProblem problem) {
        this.problem = problem;
        judge = new PlainJudge(problem);
    }

    static long optimum(RosterProblem problem) {
        var search = new BruteForce(problem);
        search.descend(0);
        return search.best;
    }

    /** Taking a duty away never makes a plan unlawful, so an unlawful part need not be completed. */
    private void descend(int cell) {
        if (cell == problem.people().size() * problem.horizon().days()) {
            best = Math.min(best, judge.cost(plan));
            return;
        }
        descend(cell + 1);
        var person = problem.people().get(cell / problem.horizon().days());
        int day = cell % problem.horizon().days();
        for (int type = 0; type < problem.shiftTypes().size(); type++) {
            if (person.options().permits(day, type)) {
                plan.add(new Assignment(
                        person.id(), day, problem.shiftTypes().get(type).id()));
                if (judge.lawful(plan)) {
                    descend(cell + 1);
                }
                plan.removeLast();
            }
        }
    }
}
