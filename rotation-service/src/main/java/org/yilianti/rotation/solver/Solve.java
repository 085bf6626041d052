package org.yilianti.rotation.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One solve under way: rounds, after each of which the best plan is told. In the first, all threads anneal; then the last thread searches by
 * columns (a single thread does both in turn) and the searches tell each other of better plans after each round.
 *
 * <p>Rounds are divided into spells where several threads anneal, each with its own share of the people.
 */
final class Solve implements AutoCloseable {

    private static final int FEWEST_ROUNDS = 40;
    /** Whoever watches or saves a long search wants to hear of it every few seconds. */
    private static final long MOST_STEPS_PER_ROUND = 100_000;

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(2);
    private static final long STEPS_OF_SPELL = 1_500;
    private static final Duration SPELL = Duration.ofMillis(150);
    /** How often a budget of steps improves the simpler bound. */
    private static final int BOUNDS = 8;
    /** From this part of the budget on annealing is cool enough to make something of a good plan. */
    private static final double COOL = 0.4;

    private final Construction.Start start;
    private final Clockwork clockwork;
    private final ProgressListener listener;
    private final List<Effort> efforts;
    private final List<Annealing> searches;
    private final ColumnSearch columns;
    private final Bounds bounds;
    private final int rounds;
    /** Those that anneal in this round. */
    private Team team;

    Solve(Construction.Start start, Clockwork clockwork, ProgressListener listener) {
        this.start = start;
        this.clockwork = clockwork;
        this.listener = listener;
        var model = start.roster().model;
        int threads = clockwork.budget().threads();
        efforts = Stream.generate(Effort::new).limit(threads).toList();
        searches = IntStream.range(0, threads)
                .mapToObj(thread -> new Annealing(
                        thread == 0 ? start.roster() : start.roster().copy(),
                        clockwork,
                        efforts.get(thread),
                        seed(thread)))
                .toList();
        columns = new ColumnSearch(start.roster().copy(), clockwork, efforts.getLast(), seed(threads));
        bounds = new Bounds(model, clockwork);
        rounds = count(MOST_STEPS_PER_ROUND, LONGEST_ROUND, FEWEST_ROUNDS);
        team = team(threads);
    }

    private Team team(int size) {
        return new Team(
                searches.subList(0, size),
                start.roster().model,
                clockwork.budget().seed());
    }

    private long seed(int search) {
        return clockwork.budget().seed() * 1_000_003 + search;
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
            round(crew, round);
            if (round == 1) {
                columns.offer(best());
                team = team(Math.max(1, searches.size() - 1));
            } else {
                exchange((double) round / rounds);
            }
            if (round == rounds / 2 && goesOn()) {
                bounds.byCover(searches.getFirst().roster(), efforts.getFirst().steps());
            }
            report();
        }
        return plan();
    }

    private void round(Crew crew, int round) {
        int spells = team.sharesWork() ? count(STEPS_OF_SPELL, SPELL, rounds) / rounds : 1;
        for (int spell = 0; spell < spells && goesOn(); spell++) {
            double begin = (round - 1 + (double) spell / spells) / rounds;
            spell(crew, round, begin, begin + 1.0 / rounds / spells);
        }
    }

    private void spell(Crew crew, int round, double begin, double end) {
        boolean searchesColumns = round > 1 && !columns.hasGivenUp();
        boolean inTurn = searchesColumns && searches.size() == 1;
        double until = inTurn ? (begin + end) / 2 : end;
        long goal = bounds.value();
        long best = cost();
        boolean again = round % (rounds / BOUNDS) == 1;
        if (team.sharesWork()) {
            team.share();
        }
        var work = new ArrayList<Runnable>();
        for (Annealing search : team.searches()) {
            work.add(() -> {
                if (search == searches.getFirst() && columns.isWholeOutOfReach()) {
                    bounds.improve(best, begin, end, again);
                }
                search.run(until, goal);
            });
        }
        if (inTurn) {
            var annealing = work.removeFirst();
            work.add(() -> {
                annealing.run();
                columns.run(end);
            });
        } else if (searchesColumns) {
            work.add(() -> columns.run(end));
        }
        crew.run(work);
        if (team.sharesWork()) {
            team.join(searches.getFirst().temperature(end));
        }
    }

    /** Columns go on from the best plan found, the others from theirs once they are cool. */
    private void exchange(double progress) {
        bounds.raise(columns.bound());
        columns.offer(best());
        if (progress > COOL) {
            int[] cells = columns.roster().cells();
            team.searches().stream()
                    .filter(search ->
                            search.incumbent().cost() > columns.roster().cost())
                    .forEach(search -> search.adopt(cells));
        }
        if (columns.hasGivenUp() && team.searches().size() < searches.size()) {
            team = team(searches.size());
            team.gather();
        }
    }

    /** The cost of the best plan so far. */
    private long cost() {
        return Math.min(best().cost(), columns.roster().cost());
    }

    private boolean goesOn() {
        return cost() > bounds.value() && !clockwork.cancelled();
    }

    private Incumbent best() {
        return searches.stream()
                .map(Annealing::incumbent)
                .min(Comparator.comparingLong(Incumbent::cost))
                .orElseThrow();
    }

    private RosterPlan plan() {
        boolean byColumns = columns.roster().cost() < best().cost();
        long cost = cost();
        int[] cells = byColumns ? columns.roster().cells() : best().cells();
        return new RosterPlan(
                Roster.assignments(start.roster().model, cells), cost, bounds.known(cost), start.refusedPins());
    }

    private void report() {
        long steps = efforts.stream().mapToLong(Effort::steps).sum();
        listener.progressed(new SolveProgress(steps, Duration.ofNanos(clockwork.nanos()), plan()));
    }

    /** Frees native memory; only when no thread works any more. */
    @Override
    public void close() {
        columns.stop();
    }
}
