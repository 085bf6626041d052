package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The bound that planners publish with a plan: never above the optimum, and close to it where it matters (M8). */
class PriceBoundTests {

    private static long bound(RosterProblem problem, long planCost, int passes) {
        var model = Model.of(problem);
        Automaton.compileAll(model);
        var prices = new PriceBound(model);
        var lines = new AtomicInteger(passes * model.people);
        prices.improve(planCost, () -> lines.getAndDecrement() > 0);
        return prices.bound();
    }

    @Test
    void theBoundNeverExceedsTheOptimumOfTinyProblems() {
        int tight = 0;
        for (long seed = 400; seed < 430; seed++) {
            var problem = GeneratedProblems.problem(seed, 2 + (int) (seed % 3), 1 + (int) (seed % 2), 2, 2, 1.5)
                    .withFairness(seed % 3 == 0 ? FairnessWeights.none() : new FairnessWeights(9, 7, 5, 40));
            long optimum = BruteForce.optimum(problem);
            long bound = bound(problem, optimum, 40);

            assertThat(bound).as("seed %d", seed).isBetween(0L, optimum);
            tight += bound == optimum ? 1 : 0;
        }
        assertThat(tight).as("tiny problems whose bound is the optimum").isGreaterThan(8);
    }

    @Test
    void theBoundHoldsWherePeopleArePromisedLeastNumbers() {
        for (long seed = 400; seed < 420; seed++) {
            var problem = GeneratedProblems.promising(
                    GeneratedProblems.problem(seed, 4, 1, 2, 2, 1.5).withFairness(FairnessWeights.none()), seed);
            long optimum = BruteForce.optimum(problem);

            assertThat(bound(problem, optimum, 40)).as("seed %d", seed).isBetween(0L, optimum);
        }
    }

    @Test
    void twoHeadsForOnePersonMissOne() {
        var problem = Ward.of(
                List.of(new CoverDemand(3, "A-day", 1, 1), new CoverDemand(3, "A-night", 0, 1)), Ward.person("li"));

        assertThat(bound(problem, 102, 60)).isGreaterThanOrEqualTo(100);
    }
}
