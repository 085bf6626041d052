package org.yilianti.rotation.solver;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@link Construction}, then {@link Annealing} and {@link ColumnSearch} side by side ({@link Solve}). Rounds and spells end at fixed shares of
 * the budget and ties go to the lower thread number, so a step budget gives the same plan each time.
 */
final class StandardEngine implements RosterEngine {

    @Override
    public RosterPlan solve(
            RosterProblem problem, SolveBudget budget, ProgressListener listener, Cancellation cancellation) {
        var clockwork = new Clockwork(budget, cancellation);
        var start = Construction.start(Model.of(problem));
        try (var solve = new Solve(start, clockwork, listener)) {
            return budget.threads() == 1
                    ? solve.run(work -> work.forEach(Runnable::run))
                    : inPool(solve, budget.threads());
        }
    }

    private static RosterPlan inPool(Solve solve, int threads) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return solve.run(work -> runAll(pool, work));
        }
    }

    private static void runAll(ExecutorService pool, List<Runnable> work) {
        try {
            for (var done :
                    pool.invokeAll(work.stream().map(StandardEngine::callable).toList())) {
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
