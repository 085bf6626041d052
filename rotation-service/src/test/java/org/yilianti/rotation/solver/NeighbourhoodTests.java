package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several lines planned together by column generation: lawful, never worse, bounded truly, and best where a proof says so (M7, M8). */
class NeighbourhoodTests {

    private static Neighbourhood.State plan(Roster roster, int[] people, double[] bound) {
        var prices = new double[roster.model.demand.length];
        var offers = new LineOffers(roster.model);
        try (var work = new Neighbourhood(
                roster,
                offers,
                new ContentPool(),
                new SearchArea(people, 0, roster.model.days),
                prices,
                new SplittableRandom(1))) {
            while (!work.isOver()) {
                work.advance();
            }
            bound[0] = work.bound();
            return work.state();
        }
    }

    private static int[] everybody(Roster roster) {
        return IntStream.range(0, roster.model.people).toArray();
    }

    @Test
    void theBoundOfTheWholePlanNeverExceedsTheOptimumAndIsMostlyCloseToIt() {
        int tight = 0;
        int reached = 0;
        for (long seed = 400; seed < 440; seed++) {
            var problem = GeneratedProblems.problem(seed, 2 + (int) (seed % 3), 1 + (int) (seed % 2), 2, 2, 1.5)
                    .withFairness(seed % 2 == 0 ? FairnessWeights.none() : new FairnessWeights(9, 7, 0, 40));
            long optimum = BruteForce.optimum(problem);
            var roster = Construction.start(Model.of(problem)).roster();
            var bound = new double[1];
            for (var state = Neighbourhood.State.IMPROVED; state == Neighbourhood.State.IMPROVED; ) {
                long before = roster.cost();
                state = plan(roster, everybody(roster), bound);

                assertThat(bound[0]).as("seed %d", seed).isLessThanOrEqualTo(optimum + 1e-6);
                assertThat(roster.cost()).as("seed %d", seed).isBetween(optimum, before);
                if (state == Neighbourhood.State.CLOSED) {
                    assertThat(roster.cost()).as("seed %d", seed).isEqualTo(optimum);
                }
            }
            tight += bound[0] > optimum - 1 ? 1 : 0;
            reached += roster.cost() == optimum ? 1 : 0;
        }
        assertThat(tight).as("bounds that prove the optimum").isGreaterThan(20);
        assertThat(reached).as("optima found").isGreaterThan(30);
    }

    @Test
    void aWardIsPlannedLawfullyAndOnlyTheLinesAskedForChange() {
        for (long seed = 1; seed <= 6; seed++) {
            var problem = GeneratedProblems.promising(GeneratedProblems.problem(seed, 14, 2, 2, 12, 1.1), seed);
            var roster = Construction.start(Model.of(problem)).roster();
            int[] before = roster.cells();
            long cost = roster.cost();
            int[] people = {1, 4, 5, 8, 9};
            var state = plan(roster, people, new double[1]);

            var score = new RosterScorer().score(problem, Roster.assignments(roster.model, roster.cells()));
            assertThat(score.violations()).isEmpty();
            assertThat(score.total()).isEqualTo(roster.cost()).isLessThanOrEqualTo(cost);
            assertThat(state == Neighbourhood.State.IMPROVED).isEqualTo(roster.cost() < cost);
            for (int cell = 0; cell < before.length; cell++) {
                int person = cell / roster.model.days;
                if (IntStream.of(people).noneMatch(one -> one == person)) {
                    assertThat(roster.cells()[cell]).isEqualTo(before[cell]);
                }
            }
        }
    }

    @Test
    void whatWasRememberedFromEarlierNeverMakesAPlanUnlawful() {
        var problem = GeneratedProblems.promising(GeneratedProblems.problem(5, 21, 2, 2, 8, 1.1), 5);
        var roster = Construction.start(Model.of(problem)).roster();
        var offers = new LineOffers(roster.model);
        var pool = new ContentPool();
        var prices = new double[roster.model.demand.length];
        var moves = new Moves(roster, new SplittableRandom(5));
        for (int round = 0; round < 40; round++) {
            int from = round % 2 == 0 ? 0 : round % 3 * 6;
            int to = round % 2 == 0 ? roster.model.days : from + 9;
            try (var work = new Neighbourhood(
                    roster,
                    offers,
                    pool,
                    new SearchArea(everybody(roster), from, to),
                    prices,
                    new SplittableRandom(round))) {
                while (!work.isOver()) {
                    work.advance();
                }
            }
            for (int i = 0; i < 30; i++) {
                roster.begin();
                if (!moves.any(500, 0.5)) {
                    roster.rollback();
                }
            }
            var score = new RosterScorer().score(problem, Roster.assignments(roster.model, roster.cells()));
            assertThat(score.violations()).isEmpty();
            assertThat(score.total()).isEqualTo(roster.cost());
        }
    }

    @Test
    void aLargeWardIsPlannedAtOnceAlsoInAHurryAndItsBoundHolds() {
        for (long seed = 1; seed <= 3; seed++) {
            var problem = GeneratedProblems.problem(seed, 14, 2, 2, 24, 1.1);
            var roster = Construction.start(Model.of(problem)).roster();
            long before = roster.cost();
            var offers = new LineOffers(roster.model);
            var prices = new double[roster.model.demand.length];
            var people = everybody(roster);
            try (var work = new Neighbourhood(
                    roster,
                    offers,
                    new ContentPool(),
                    new SearchArea(people, 0, roster.model.days),
                    prices,
                    new SplittableRandom(1))) {
                while (!work.isOver()) {
                    work.advance();
                    if (work.passes() > 30) {
                        work.hurry();
                    }
                }
                var score = new RosterScorer().score(problem, Roster.assignments(roster.model, roster.cells()));
                assertThat(score.violations()).isEmpty();
                assertThat(score.total()).isEqualTo(roster.cost());
                assertThat(work.state()).isEqualTo(Neighbourhood.State.IMPROVED);
                assertThat((double) roster.cost()).isBetween(work.bound(), before - 1.0);
            }
        }
    }

    @Test
    void fewDaysOfEverybodyMakeAPlanBetterThatIsNearItsBoundAndStaysLawful() {
        int improved = 0;
        for (long seed = 1; seed <= 4; seed++) {
            var problem = GeneratedProblems.promising(GeneratedProblems.problem(seed, 21, 2, 2, 14, 1.1), seed);
            var roster = Construction.start(Model.of(problem)).roster();
            var offers = new LineOffers(roster.model);
            var prices = new double[roster.model.demand.length];
            for (int from = 0; from <= 14; from += 2) {
                long before = roster.cost();
                try (var work = new Neighbourhood(
                        roster,
                        offers,
                        new ContentPool(),
                        new SearchArea(everybody(roster), from, from + 7),
                        prices,
                        new SplittableRandom(seed))) {
                    while (!work.isOver()) {
                        work.advance();
                    }
                    assertThat(roster.cost() < before).isEqualTo(work.state() == Neighbourhood.State.IMPROVED);
                    assertThat(work.bound()).isLessThanOrEqualTo(roster.cost());
                    improved += roster.cost() < before ? 1 : 0;
                }
                var score = new RosterScorer().score(problem, Roster.assignments(roster.model, roster.cells()));
                assertThat(score.violations()).isEmpty();
                assertThat(score.total()).isEqualTo(roster.cost()).isLessThanOrEqualTo(before);
            }
        }
        assertThat(improved).isGreaterThan(4);
    }

    @Test
    void pricesLeftByTheWholePlanBoundAPartOfItFromTheFirstPassOn() {
        var problem = GeneratedProblems.problem(4, 14, 2, 2, 12, 1.1);
        var roster = Construction.start(Model.of(problem)).roster();
        var offers = new LineOffers(roster.model);
        var prices = new double[roster.model.demand.length];
        var all = new SearchArea(everybody(roster), 0, roster.model.days);
        double bound;
        try (var work = new Neighbourhood(roster, offers, new ContentPool(), all, prices, new SplittableRandom(1))) {
            while (!work.isOver()) {
                work.advance();
            }
            bound = work.bound();
        }
        var some = new SearchArea(new int[] {0, 1, 2, 3, 4, 5, 6}, 0, roster.model.days);
        try (var work = new Neighbourhood(roster, offers, new ContentPool(), some, prices, new SplittableRandom(1))) {
            while (!work.isOver() && work.passes() == 0) {
                work.advance();
            }
            assertThat(work.bound()).isGreaterThan(0).isGreaterThanOrEqualTo(bound - 1e-6);
        }
    }

    @Test
    void theSameWorkGivesTheSamePlan() {
        var problem = GeneratedProblems.problem(3, 14, 2, 2, 12, 1.1);
        var one = Construction.start(Model.of(problem)).roster();
        var other = Construction.start(Model.of(problem)).roster();

        assertThat(plan(one, everybody(one), new double[1])).isEqualTo(plan(other, everybody(other), new double[1]));
        assertThat(one.cells()).isEqualTo(other.cells());
    }

    @Test
    void theLibraryLeavesNothingBehindInTheTemporaryDirectory() throws IOException {
        assertThat(LinearSolver.isAvailable()).isTrue();
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            assertThat(maps.filter(line -> line.contains("libjniortools.so")).toList())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith("(deleted)"));
        }
    }
}
