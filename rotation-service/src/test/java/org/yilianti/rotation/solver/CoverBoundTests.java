package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverBoundTests {

    private static long bound(RosterProblem problem) {
        var start = Construction.start(Model.of(problem)).roster();
        return Math.max(CoverBound.quick(start.model), CoverBound.priced(start, () -> true));
    }

    @Test
    void theBoundNeverExceedsTheOptimumOfTinyProblems() {
        long tight = 0;
        for (long seed = 400; seed < 460; seed++) {
            var problem = GeneratedProblems.problem(seed, 2 + (int) (seed % 3), 1 + (int) (seed % 2), 2, 2, 1.5)
                    .withFairness(seed % 3 == 0 ? FairnessWeights.none() : new FairnessWeights(9, 7, 5, 40));
            long optimum = BruteForce.optimum(problem);
            long bound = bound(problem);

            assertThat(bound).as("seed %d", seed).isBetween(0L, optimum);
            tight += bound == optimum ? 1 : 0;
        }
        assertThat(tight).as("tiny problems whose bound is the optimum").isGreaterThan(5);
    }

    @Test
    void twoHeadsForOnePersonMissOne() {
        var problem = Ward.of(
                List.of(new CoverDemand(3, "A-day", 1, 1), new CoverDemand(3, "A-night", 0, 1)), Ward.person("li"));

        assertThat(bound(problem)).isGreaterThanOrEqualTo(100);
    }

    @Test
    void peopleAreRearrangedBeforeAHeadCountsAsMissing() {
        var onlyDays = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> type.equals(Ward.DAY));
        var problem = Ward.of(
                        List.of(new CoverDemand(3, "A-day", 1, 1), new CoverDemand(3, "A-night", 0, 1)),
                        Ward.person("li"),
                        Person.of("wang", "A", onlyDays))
                .withFairness(FairnessWeights.none());

        assertThat(bound(problem)).isZero();
    }

    @Test
    void weeklyHoursLimitWhatAWeekCanHold() {
        var demands = List.of(
                new CoverDemand(0, "A-day", 0, 1),
                new CoverDemand(1, "A-day", 0, 1),
                new CoverDemand(2, "A-day", 0, 1),
                new CoverDemand(7, "A-day", 0, 1));
        var onlyDays = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> type.equals(Ward.DAY));
        var person = Person.of("li", "A", onlyDays).withLimits(Limits.none().withMinutesPerWeek(1_000));
        var unfair = FairnessWeights.none();

        assertThat(bound(Ward.of(demands, person).withFairness(unfair))).isEqualTo(100);
        var inAll = person.withLimits(person.limits().withMinutesInHorizon(500));
        assertThat(bound(Ward.of(demands, inAll).withFairness(unfair))).isEqualTo(300);
    }

    @Test
    void aWishThatMustBeRefusedIsPartOfTheBound() {
        var person = Ward.person("li")
                .withDaysOff(Set.of(3))
                .withWishes(List.of(Wish.toWork(3, "A-day", 13), Wish.toWork(4, "A-day", 17)));

        assertThat(bound(Ward.of(List.of(), person))).isEqualTo(13);
    }

    @Test
    void fairnessIsPricedSoThatTheGapOfACoveredPlanIsSmall() {
        var problem = GeneratedProblems.problem(8, 28, 2, 3, 40, 0.8);
        var plan = RosterEngine.standard()
                .solve(problem, SolveBudget.ofSteps(15_000, 1), ProgressListener.none(), Cancellation.never());

        assertThat((double) plan.bound().orElseThrow() / plan.cost()).isGreaterThan(0.6);
    }
}
