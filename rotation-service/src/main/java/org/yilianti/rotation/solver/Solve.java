package org.yilianti.rotation.solver;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** One solve under way: rounds, after each of which the best plan is told, of spells, in which each search has its own share of the work. */
final class Solve {

    private static final int FEWEST_ROUNDS = 40;
    /** Whoever watches or saves a long search wants to hear of it every few seconds. */
    private static final long MOST_STEPS_PER_ROUND = 100_000;

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);
    private static final long STEPS_OF_SPELL = 1_500;
    private static final Duration SPELL = Duration.ofMillis(150);
    private static final int EXCHANGES = 8;

    private final Construction.Start start;
    private final Clockwork clockwork;
    private final List<Annealing> searches;
    private final ProgressListener listener;
    private final Team team;
    private final Bounds bounds;
    private final int rounds;
    private final int spells;

    Solve(Construction.Start start, Clockwork clockwork, List<Annealing> searches, ProgressListener listener) {
        this.start = start;
        this.clockwork = clockwork;
        this.searches = searches;
        this.listener = listener;
        var model = start.roster().model;
        team = new Team(searches, model, clockwork.budget().seed());
        bounds = new Bounds(model, clockwork);
        rounds = count(MOST_STEPS_PER_ROUND, LONGEST_ROUND, FEWEST_ROUNDS);
        spells = team.sharesWork() ? count(STEPS_OF_SPELL, SPELL, rounds) / rounds : 1;
    }

    /** How many parts of so many steps or so long there are in the budget. */
    private int count(long steps, Duration time, int fewest) {
        var budget = clockwork.budget();
        long bySteps = budget.steps().orElse(0) / steps;
        long byTime = budget.time().orElse(Duration.ZERO).dividedBy(time);
        return Math.toIntExact(Math.max(fewest, Math.max(bySteps, byTime)));
    }

    /** Runs all the work of a spell and returns when all is done. */
    interface Crew {
        void run(List<Runnable> work);
    }

    RosterPlan run(Crew crew) {
        report();
        for (int round = 1; round <= rounds && goesOn(); round++) {
            for (int spell = 0; spell < spells && goesOn(); spell++) {
                spell(crew, round, spell);
            }
            if (round == rounds / 2 && goesOn()) {
                bounds.byCover(searches.getFirst().roster(), searches.getFirst().steps());
            }
            report();
        }
        return plan();
    }

    private void spell(Crew crew, int round, int spell) {
        double begin = (round - 1 + (double) spell / spells) / rounds;
        double end = begin + 1.0 / rounds / spells;
        long goal = bounds.value();
        long cost = best().cost();
        boolean passes = spell == 0 && round % (rounds / EXCHANGES) == 1;
        if (team.sharesWork()) {
            team.share();
        }
        crew.run(searches.stream()
                .map(search -> (Runnable) () -> {
                    if (search == searches.getFirst()) {
                        improveBound(cost, begin, end, passes);
                    }
                    search.run(end, goal);
                })
                .toList());
        if (team.sharesWork()) {
            team.join(searches.getFirst().temperature(end));
        } else if (spell + 1 == spells && round % (rounds / EXCHANGES) == 0) {
            team.exchange();
        }
    }

    private void improveBound(long cost, double begin, double end, boolean passes) {
        bounds.improveFor(cost, begin, end);
        if (passes) {
            bounds.improveOnce(cost);
        }
    }

    private boolean goesOn() {
        return best().cost() > bounds.value() && !clockwork.cancelled();
    }

    private Incumbent best() {
        return searches.stream()
                .map(Annealing::incumbent)
                .min(Comparator.comparingLong(Incumbent::cost))
                .orElseThrow();
    }

    private RosterPlan plan() {
        var best = best();
        return new RosterPlan(
                Roster.assignments(start.roster().model, best.cells()),
                best.cost(),
                bounds.known(best.cost()),
                start.refusedPins());
    }

    private void report() {
        long steps = searches.stream().mapToLong(Annealing::steps).sum();
        listener.progressed(new SolveProgress(steps, Duration.ofNanos(clockwork.nanos()), plan()));
    }
}
