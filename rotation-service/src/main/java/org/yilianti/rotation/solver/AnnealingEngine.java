package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@link Construction}, then one {@link Annealing} per thread, all on one plan ({@link Team}). Spells end at fixed shares of the budget and
 * ties go to the lower thread number, so a step budget gives the same plan each time.
 */
final class AnnealingEngine implements RosterEngine {

    @Override
    public RosterPlan solve(
            RosterProblem problem, SolveBudget budget, ProgressListener listener, Cancellation cancellation) {
        var clockwork = new Clockwork(budget, cancellation);
        var start = Construction.start(Model.of(problem));
        var searches = new ArrayList<Annealing>();
        for (int thread = 0; thread < budget.threads(); thread++) {
            var roster = thread == 0 ? start.roster() : start.roster().copy();
            searches.add(new Annealing(roster, clockwork, budget.seed() * 1_000_003 + thread));
        }
        var solve = new Solve(start, clockwork, searches, listener);
        if (searches.size() == 1) {
            return solve.run(work -> work.forEach(Runnable::run));
        }
        try (var pool = Executors.newFixedThreadPool(searches.size())) {
            return solve.run(work -> runAll(pool, work));
        }
    }

    private static void runAll(ExecutorService pool, List<Runnable> work) {
        try {
            for (var done :
                    pool.invokeAll(work.stream().map(AnnealingEngine::callable).toList())) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a search thread failed", failed);
        }
    }

    private static Callable<Boolean> callable(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }
}
