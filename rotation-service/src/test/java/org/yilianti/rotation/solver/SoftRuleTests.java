package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.rotation.solver.Ward.CLINIC;
import static org.yilianti.rotation.solver.Ward.DAY;
import static org.yilianti.rotation.solver.Ward.NIGHT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every soft rule with an example that costs nothing and one with the cost its definition gives. */
class SoftRuleTests {

    private static long cost(Rule rule, RosterProblem problem, Map<Integer, ShiftType> duties) {
        var score = new RosterScorer().score(problem, Ward.plan("li", duties));
        assertThat(score.byRule().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(score.total());
        assertThat(score.byPerson().values().stream().mapToLong(Long::longValue).sum()
                        + score.cover().stream().mapToLong(CoverScore::cost).sum())
                .isEqualTo(score.total());
        return score.byRule().getOrDefault(rule, -1L);
    }

    private static RosterProblem wishing(Wish... wishes) {
        return Ward.of(List.of(), Ward.person("li").withWishes(List.of(wishes)));
    }

    private static RosterProblem fair(FairnessWeights weights) {
        return Ward.of(List.of(), Ward.person("li").withTargetMinutes(1_440)).withFairness(weights);
    }

    @Test
    void everyRuleIsImplementedOnceOrIsCover() {
        var implemented = Stream.of(
                        RuleBook.HARD.stream().map(RowRule::rule),
                        RuleBook.SOFT.stream().map(RowCost::rule),
                        Stream.of(Rule.BELOW_MINIMUM, Rule.BELOW_DESIRED, Rule.ABOVE_DESIRED))
                .flatMap(rules -> rules);

        assertThat(implemented).containsExactlyInAnyOrder(Rule.values());
        assertThat(RuleBook.HARD).allMatch(check -> check.rule().hard());
        assertThat(Arrays.stream(Rule.values()).map(Rule::code)).doesNotHaveDuplicates();
    }

    @Test
    void aHeadBelowTheMinimumCostsBothWeights() {
        var problem =
                Ward.of(List.of(new CoverDemand(3, "A-day", 2, 3, new CoverWeights(50, 7, 1))), Ward.person("li"));

        assertThat(cost(Rule.BELOW_MINIMUM, problem, Map.of(3, DAY))).isEqualTo(50);
        assertThat(cost(Rule.BELOW_DESIRED, problem, Map.of(3, DAY))).isEqualTo(14);
        assertThat(cost(Rule.ABOVE_DESIRED, problem, Map.of(3, DAY))).isZero();
    }

    @Test
    void aHeadAboveTheDesiredNumberCostsTheSurplusWeight() {
        var problem =
                Ward.of(List.of(new CoverDemand(3, "A-day", 0, 0, new CoverWeights(50, 7, 3))), Ward.person("li"));

        assertThat(cost(Rule.ABOVE_DESIRED, problem, Map.of(3, DAY))).isEqualTo(3);
        assertThat(cost(Rule.ABOVE_DESIRED, problem, Map.of())).isZero();
    }

    @Test
    void exactCoverCostsNothing() {
        var problem = Ward.of(List.of(new CoverDemand(3, "A-day", 1, 1)), Ward.person("li"));

        assertThat(cost(Rule.BELOW_MINIMUM, problem, Map.of(3, DAY))).isZero();
        assertThat(cost(Rule.BELOW_DESIRED, problem, Map.of(3, DAY))).isZero();
    }

    @Test
    void aWishToBeFreeIsRefusedByAnyDuty() {
        assertThat(cost(Rule.WISHES, wishing(Wish.toBeFree(3, 5)), Map.of(3, NIGHT)))
                .isEqualTo(5);
        assertThat(cost(Rule.WISHES, wishing(Wish.toBeFree(3, 5)), Map.of(4, NIGHT)))
                .isZero();
    }

    @Test
    void aWishNotToWorkAShiftIsRefusedByThatShiftOnly() {
        assertThat(cost(Rule.WISHES, wishing(Wish.notToWork(3, "A-night", 5)), Map.of(3, NIGHT)))
                .isEqualTo(5);
        assertThat(cost(Rule.WISHES, wishing(Wish.notToWork(3, "A-night", 5)), Map.of(3, DAY)))
                .isZero();
    }

    @Test
    void aWishToWorkAShiftIsRefusedByAnotherAndByAFreeDay() {
        assertThat(cost(Rule.WISHES, wishing(Wish.toWork(3, "A-night", 5)), Map.of(3, NIGHT)))
                .isZero();
        assertThat(cost(Rule.WISHES, wishing(Wish.toWork(3, "A-night", 5)), Map.of(3, DAY)))
                .isEqualTo(5);
        assertThat(cost(Rule.WISHES, wishing(Wish.toWork(3, "A-night", 5)), Map.of()))
                .isEqualTo(5);
    }

    @Test
    void theThirdNightCostsThreeTimesTheWeight() {
        var problem = fair(new FairnessWeights(10, 0, 0, 0));

        assertThat(cost(Rule.NIGHT_FAIRNESS, problem, Map.of(3, DAY))).isZero();
        assertThat(cost(Rule.NIGHT_FAIRNESS, problem, Map.of(3, NIGHT, 6, NIGHT, 9, NIGHT)))
                .isEqualTo(60);
    }

    @Test
    void theSecondWeekendCostsTwiceTheWeight() {
        var problem = fair(new FairnessWeights(0, 10, 0, 0));

        assertThat(cost(Rule.WEEKEND_FAIRNESS, problem, Map.of(3, DAY))).isZero();
        assertThat(cost(Rule.WEEKEND_FAIRNESS, problem, Map.of(5, DAY, 6, DAY, 12, DAY)))
                .isEqualTo(30);
    }

    @Test
    void onlyDutiesOutsideTheHomeSiteCostTravel() {
        var problem = fair(new FairnessWeights(0, 0, 10, 0));

        assertThat(cost(Rule.AWAY, problem, Map.of(3, DAY, 4, CLINIC))).isEqualTo(10);
    }

    @Test
    void theLoadCostGrowsWithTheSquareOfTheMinutes() {
        var problem = fair(new FairnessWeights(0, 0, 0, 30));

        assertThat(cost(Rule.LOAD_FAIRNESS, problem, Map.of())).isZero();
        assertThat(cost(Rule.LOAD_FAIRNESS, problem, Map.of(3, DAY))).isEqualTo(30 * 480 * 480 / (480 * 1_440));
        assertThat(cost(Rule.LOAD_FAIRNESS, problem, Map.of(3, DAY, 4, DAY))).isEqualTo(40);
    }

    private static RosterProblem promising(Least least, History history) {
        return Ward.of(
                List.of(),
                Ward.person("li").withLimits(Limits.none().withLeast(least)).withHistory(history));
    }

    private static RosterProblem promising(Least least) {
        return promising(least, History.none());
    }

    @Test
    void everyBegunHourMissingToTheLeastHoursCosts() {
        var problem = promising(new Least(1_000, 0, 0, 7));

        assertThat(cost(Rule.LEAST_HOURS, problem, Map.of(3, DAY, 4, DAY))).isEqualTo(7);
        assertThat(cost(Rule.LEAST_HOURS, problem, Map.of(3, DAY, 4, DAY, 5, DAY)))
                .isZero();
    }

    @Test
    void aRunShorterThanTheLeastCostsEachDayMissing() {
        var problem = promising(new Least(0, 3, 0, 7));

        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS, problem, Map.of(3, DAY, 5, DAY, 6, DAY)))
                .isEqualTo(7 * (2 + 1));
        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS, problem, Map.of(3, DAY, 4, DAY, 5, DAY)))
                .isZero();
    }

    @Test
    void aRunThatTouchesTheEndOrAnUnknownStartIsLongEnough() {
        var problem = promising(new Least(0, 3, 3, 7));

        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS, problem, Map.of(0, DAY, 13, DAY)))
                .isZero();
        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS_OFF, problem, Map.of(1, DAY, 2, DAY, 3, DAY)))
                .isZero();
    }

    @Test
    void aRunThatBeganBeforeTheHorizonIsCountedFromThere() {
        var yesterday = new LastDuty(-1, -480, "A", false, "A-day");
        var problem = promising(new Least(0, 3, 0, 7), new History(Optional.of(yesterday), 1, 0, Map.of()));

        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS, problem, Map.of(0, DAY))).isEqualTo(7);
        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS, problem, Map.of(0, DAY, 1, DAY)))
                .isZero();
    }

    @Test
    void tooFewDaysOffBetweenDutiesCostEachDayMissing() {
        var problem = promising(new Least(0, 0, 3, 7));

        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS_OFF, problem, Map.of(3, DAY, 5, DAY)))
                .isEqualTo(14);
        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS_OFF, problem, Map.of(3, DAY, 7, DAY)))
                .isZero();
    }

    @Test
    void daysOffAreCountedFromTheLastDutyBeforeTheHorizon() {
        var twoDaysAgo = new LastDuty(-2, -1_920, "A", false, "A-day");
        var problem = promising(new Least(0, 0, 3, 7), new History(Optional.of(twoDaysAgo), 0, 0, Map.of()));

        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS_OFF, problem, Map.of(0, DAY)))
                .isEqualTo(14);
        assertThat(cost(Rule.LEAST_CONSECUTIVE_DAYS_OFF, problem, Map.of(2, DAY)))
                .isZero();
    }
}
