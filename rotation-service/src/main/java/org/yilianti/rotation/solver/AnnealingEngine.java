package org.yilianti.rotation.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@link Construction}, then one {@link Annealing} per thread in rounds. After each round the best plan is reported, and
 * now and then every search goes on from the best current one. Rounds end at fixed shares of the budget and ties go to the lower
 * thread number, so a step budget gives the same plan each time.
 */
final class AnnealingEngine implements RosterEngine {

    private static final int FEWEST_ROUNDS = 40;
    /** Whoever watches or saves a long search wants to hear of it every few seconds. */
    private static final long MOST_STEPS_PER_ROUND = 100_000;

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);
    /** Share of the first thread's time that goes into the bound. */
    private static final double BOUND_SHARE = 0.15;

    private static final int MOST_CELLS_FOR_BOUND = 5_000;
    private static final int EXCHANGES = 8;

    @Override
    public RosterPlan solve(
            RosterProblem problem, SolveBudget budget, ProgressListener listener, Cancellation cancellation) {
        var model = Model.of(problem);
        var clockwork = new Clockwork(budget, cancellation);
        var start = Construction.start(model);
        var searches = new ArrayList<Annealing>();
        for (int thread = 0; thread < budget.threads(); thread++) {
            var roster = thread == 0 ? start.roster() : start.roster().copy();
            searches.add(new Annealing(roster, clockwork, budget.seed() * 1_000_003 + thread));
        }
        var solve = new Solve(model, start.refusedPins(), clockwork, searches, listener);
        solve.report();
        if (searches.size() == 1) {
            solve.rounds(work -> work.forEach(Runnable::run));
        } else {
            try (var pool = Executors.newFixedThreadPool(searches.size())) {
                solve.rounds(work -> runAll(pool, work));
            }
        }
        return solve.plan();
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

    /** Runs all the work of a round and returns when all is done. */
    private interface Crew {
        void run(List<Runnable> work);
    }

    /** One solve under way. */
    private static final class Solve {

        private final Model model;
        private final List<RefusedPin> refusedPins;
        private final Clockwork clockwork;
        private final List<Annealing> searches;
        private final ProgressListener listener;
        private final PriceBound prices;
        private final int rounds;
        private long bound;

        Solve(
                Model model,
                List<RefusedPin> refusedPins,
                Clockwork clockwork,
                List<Annealing> searches,
                ProgressListener listener) {
            this.model = model;
            this.refusedPins = refusedPins;
            this.clockwork = clockwork;
            this.searches = searches;
            this.listener = listener;
            rounds = rounds(clockwork.budget());
            bound = CoverBound.quick(model);
            prices = new PriceBound(model);
        }

        private static int rounds(SolveBudget budget) {
            long bySteps = budget.steps().orElse(0) / MOST_STEPS_PER_ROUND;
            long byTime = budget.time().orElse(Duration.ZERO).dividedBy(LONGEST_ROUND);
            return Math.toIntExact(Math.max(FEWEST_ROUNDS, Math.max(bySteps, byTime)));
        }

        private int roundsBetweenExchanges() {
            return rounds / EXCHANGES;
        }

        void rounds(Crew crew) {
            for (int round = 1; round <= rounds && goesOn(); round++) {
                double until = (double) round / rounds;
                long goal = bound;
                int turn = round;
                double share = (round - 1 + BOUND_SHARE) / rounds;
                crew.run(searches.stream()
                        .map(search -> (Runnable) () -> {
                            if (search == searches.getFirst()) {
                                improveBound(share, turn);
                            }
                            search.run(until, goal);
                        })
                        .toList());
                bound = Math.max(bound, prices.bound());
                if (round == rounds / 2 && goesOn()) {
                    boundByCover();
                }
                if (round % roundsBetweenExchanges() == 0 && searches.size() > 1) {
                    exchange();
                }
                report();
            }
        }

        /** In a budget of time for a share of each round; in one of steps one pass in some rounds, where that is quick. */
        private void improveBound(double until, int round) {
            if (clockwork.timed()) {
                prices.improve(best().cost(), () -> clockwork.fraction(0) < until && !clockwork.cancelled());
            } else if (round % roundsBetweenExchanges() == 1 && model.people * model.days <= MOST_CELLS_FOR_BOUND) {
                var left = new AtomicInteger(model.people);
                prices.improve(best().cost(), () -> left.getAndDecrement() > 0);
            }
        }

        /** Takes prices from the current plan; stops trying others when that would cost the search too much of its time. */
        private void boundByCover() {
            var search = searches.getFirst();
            long found = CoverBound.priced(
                    search.roster(), () -> clockwork.fraction(search.steps()) < 0.7 && !clockwork.cancelled());
            bound = Math.max(bound, found);
        }

        private boolean goesOn() {
            return best().cost() > bound && !clockwork.cancelled();
        }

        private void exchange() {
            var leader = searches.stream()
                    .min(Comparator.comparingLong(search -> search.roster().cost()))
                    .orElseThrow();
            int[] cells = leader.roster().cells();
            searches.stream().filter(search -> search != leader).forEach(search -> search.adopt(cells));
        }

        private Incumbent best() {
            return searches.stream()
                    .map(Annealing::incumbent)
                    .min(Comparator.comparingLong(Incumbent::cost))
                    .orElseThrow();
        }

        RosterPlan plan() {
            var best = best();
            return new RosterPlan(
                    Roster.assignments(model, best.cells()), best.cost(), OptionalLong.of(bound), refusedPins);
        }

        void report() {
            long steps = searches.stream().mapToLong(Annealing::steps).sum();
            listener.progressed(new SolveProgress(steps, Duration.ofNanos(clockwork.nanos()), plan()));
        }
    }
}
