package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Areas of both shapes have the cells they should, and grow or shrink by what became of the last (M7). */
class ReachTests {

    private static final double QUICK = 0.001;
    private static final double LENGTHY = 0.05;

    private final Roster roster = Construction.start(Model.of(GeneratedProblems.problem(1, 28, 2, 3, 40, 1)))
            .roster();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Reach wide = new Reach(SearchArea.Shape.WIDE, roster.model);
    private final Reach lengthy = new Reach(SearchArea.Shape.LONG, roster.model);

    @Test
    void bothBeginWithTheWholePlan() {
        assertThat(wide.area(roster, random).cells()).isEqualTo(40 * 28);
        assertThat(lengthy.area(roster, random).cells()).isEqualTo(40 * 28);
    }

    @Test
    void wideAreasHaveAllPeopleForAWeekOrMoreAndLongOnesAllDaysOfSome() {
        wide.narrow(0.05);
        lengthy.narrow(0.05);
        for (int i = 0; i < 50; i++) {
            var days = wide.area(roster, random);
            assertThat(days.people()).hasSize(40);
            assertThat(days.to() - days.from()).isEqualTo(11);
            assertThat(days.from()).isGreaterThanOrEqualTo(0);
            assertThat(days.to()).isLessThanOrEqualTo(28);

            var lines = lengthy.area(roster, random);
            assertThat(lines.people())
                    .hasSizeBetween(15, 16)
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(lines.to() - lines.from()).isEqualTo(28);
        }
    }

    @Test
    void areasOfFewCellsAreAWeekOfSomePeople() {
        wide.narrow(1);
        var area = wide.area(roster, random);

        assertThat(area.to() - area.from()).isEqualTo(7);
        assertThat(area.people()).hasSize(4 * 28 / 7);
    }

    @Test
    void whatIsProvenToHoldNothingBetterGrowsAndWhatTakesTooLongShrinks() {
        for (var reach : new Reach[] {wide, lengthy}) {
            reach.narrow(0.1);
            int before = reach.area(roster, random).cells();
            reach.learn(Neighbourhood.State.CLOSED, QUICK, random);
            assertThat(reach.area(roster, random).cells()).isGreaterThan(before);
            reach.learn(Neighbourhood.State.DIVING, LENGTHY, random);
            reach.learn(Neighbourhood.State.GENERATING, LENGTHY, random);
            assertThat(reach.area(roster, random).cells()).isLessThan(before);
        }
    }

    @Test
    void wideAreasGrowWhileTheyAreOfUseAndQuickAndShrinkWhenDivedForInVain() {
        wide.narrow(0.1);
        int before = wide.area(roster, random).cells();
        wide.learn(Neighbourhood.State.IMPROVED, LENGTHY, random);
        assertThat(wide.area(roster, random).cells()).isEqualTo(before);
        wide.learn(Neighbourhood.State.IMPROVED, QUICK, random);
        assertThat(wide.area(roster, random).cells()).isGreaterThan(before);
        for (int i = 0; i < 5; i++) {
            wide.learn(Neighbourhood.State.FAILED, QUICK, random);
        }
        assertThat(wide.area(roster, random).cells()).isLessThan(before);
        assertThat(wide.isFruitless()).isTrue();
    }

    @Test
    void timeIsCountedSinceTheLastBetterPlan() {
        lengthy.narrow(0.1);
        lengthy.learn(Neighbourhood.State.FAILED, LENGTHY, random);
        lengthy.learn(Neighbourhood.State.CLOSED, LENGTHY, random);
        assertThat(lengthy.idle()).isEqualTo(2 * LENGTHY);
        lengthy.learn(Neighbourhood.State.IMPROVED, LENGTHY, random);
        assertThat(lengthy.idle()).isZero();
    }
}
