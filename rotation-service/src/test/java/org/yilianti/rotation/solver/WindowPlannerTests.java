package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The exact re-planning of a window against all contents tried one by one (M7). */
class WindowPlannerTests {

    @Test
    void aReplannedWindowIsAsCheapAsTheBestOfAllContents() {
        int improved = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            var problem = GeneratedProblems.promising(GeneratedProblems.small(seed), seed);
            if (seed % 3 == 0) {
                problem = problem.withFairness(new FairnessWeights(9, 7, 5, 0));
            } else if (seed % 3 == 1) {
                problem = problem.withFairness(FairnessWeights.none());
            }
            improved += replan(problem, random, 4);
        }
        assertThat(improved).isGreaterThan(40);
    }

    @Test
    void ofShiftTypesThatOnlyTheirPricesTellApartTheCheapestIsTaken() {
        int improved = 0;
        for (long seed = 1; seed <= 30; seed++) {
            var problem = GeneratedProblems.problem(seed, 14, 1, 10, 8, 1);
            var model = Model.of(problem);
            Automaton.compileAll(model);
            assertThat(Arrays.copyOfRange(model.profiles[0].automaton.twin, 8, 10))
                    .as("night and long shifts are there twice")
                    .containsExactly(2, 3);
            improved += replan(problem, new SplittableRandom(seed), 3);
        }
        assertThat(improved).isGreaterThan(20);
    }

    /** Plans windows of up to so many days anew and compares each with all contents it could have; answers how many got cheaper. */
    private static int replan(RosterProblem problem, SplittableRandom random, int longest) {
        var roster = Construction.start(Model.of(problem)).roster();
        shake(roster, random);
        int improved = 0;
        for (int i = 0; i < 12; i++) {
            int person = random.nextInt(roster.lines.length);
            int from = random.nextInt(roster.model.days);
            int to = Math.min(roster.model.days, from + 1 + random.nextInt(longest));
            long before = roster.cost();
            long best = best(roster, person, from, to, 0, new int[to - from]);
            roster.begin();
            roster.lift(person, from, to);
            new Replanner(roster, random).replan(person, from, to, 0);

            // The squares of load fairness are rounded down, the planner's prices are not.
            long rounding = problem.fairness().load() > 0 ? 1 : 0;
            assertThat(roster.cost()).as("%s", problem.horizon()).isBetween(best, best + rounding);
            improved += roster.cost() < before ? 1 : 0;
        }
        return improved;
    }

    private static void shake(Roster roster, SplittableRandom random) {
        var moves = new Moves(roster, random);
        for (int i = 0; i < 30; i++) {
            roster.begin();
            if (!moves.any(500, 0.5)) {
                roster.rollback();
            }
        }
    }

    private static long best(Roster roster, int person, int from, int to, int level, int[] content) {
        if (level < content.length) {
            long best = Long.MAX_VALUE;
            for (int type = Model.FREE; type < roster.model.types; type++) {
                content[level] = type;
                best = Math.min(best, best(roster, person, from, to, level + 1, content));
            }
            return best;
        }
        if (!LineCheck.permits(roster.lines[person], from, to, content)) {
            return Long.MAX_VALUE;
        }
        roster.begin();
        roster.lift(person, from, to);
        roster.lay(person, from, to, content);
        long cost = roster.cost();
        roster.rollback();
        return cost;
    }

    @Test
    void theBoundOfAWindowIsNeverAboveItsCheapestContent() {
        for (long seed = 1; seed <= 60; seed++) {
            var roster =
                    Construction.start(Model.of(GeneratedProblems.small(seed))).roster();
            var planner = new WindowPlanner(roster.model);
            planner.window().read(roster, 0, 0, roster.model.days, false);
            for (int i = 0; i < planner.window().options.price.length; i++) {
                planner.window().options.price[i] = new SplittableRandom(seed + i).nextInt(100) - 50;
            }

            assertThat(planner.plan()).isTrue();
            assertThat(planner.bound()).isLessThanOrEqualTo(planner.cost() + 1e-6);
        }
    }
}
