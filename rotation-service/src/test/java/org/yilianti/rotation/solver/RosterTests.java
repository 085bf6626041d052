package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RosterTests {

    private static long scored(Roster roster) {
        var score = new RosterScorer().score(roster.model.problem, Roster.assignments(roster.model, roster.cells()));
        assertThat(score.violations()).isEmpty();
        return score.total();
    }

    @Test
    void theRunningCostEqualsTheScorersAfterThousandsOfRandomMoves() {
        for (long seed = 1; seed <= 12; seed++) {
            var random = new SplittableRandom(seed);
            var roster =
                    Construction.start(Model.of(GeneratedProblems.small(seed))).roster();
            var moves = new Moves(roster, random);
            for (int i = 0; i < 4_000; i++) {
                roster.begin();
                if (!moves.any() || random.nextInt(3) == 0) {
                    roster.rollback();
                }
                if (i % 500 == 0) {
                    assertThat(roster.cost()).isEqualTo(scored(roster));
                }
            }
            assertThat(roster.cost()).isEqualTo(scored(roster));
        }
    }

    @Test
    void aMoveTakenBackLeavesNoTrace() {
        var roster = Construction.start(Model.of(GeneratedProblems.small(3))).roster();
        var moves = new Moves(roster, new SplittableRandom(3));
        int[] before = roster.cells();
        int[] cover = roster.cover.clone();
        long cost = roster.cost();

        for (int i = 0; i < 2_000; i++) {
            roster.begin();
            moves.any();
            roster.rollback();
        }

        assertThat(roster.cells()).isEqualTo(before);
        assertThat(roster.cover).isEqualTo(cover);
        assertThat(roster.cost()).isEqualTo(cost);
    }

    @Test
    void shortSlotsAreExactlyThoseBelowTheDesiredNumber() {
        var roster = Construction.start(Model.of(GeneratedProblems.small(5))).roster();
        var moves = new Moves(roster, new SplittableRandom(5));
        for (int i = 0; i < 2_000; i++) {
            roster.begin();
            if (!moves.any()) {
                roster.rollback();
            }
        }
        int expected = 0;
        for (int slot = 0; slot < roster.cover.length; slot++) {
            expected += roster.cover[slot] < roster.model.demand[slot].desired() ? 1 : 0;
        }
        assertThat(roster.shortSlots.size()).isEqualTo(expected);
    }

    @Test
    void aCopyIsEqualAndIndependent() {
        var roster = Construction.start(Model.of(GeneratedProblems.small(4))).roster();
        int[] before = roster.cells();
        var copy = roster.copy();
        assertThat(copy.cost()).isEqualTo(roster.cost());

        var moves = new Moves(copy, new SplittableRandom(1));
        for (int i = 0; i < 1_000; i++) {
            copy.begin();
            if (!moves.any()) {
                copy.rollback();
            }
        }

        assertThat(copy.cells()).isNotEqualTo(before);
        assertThat(roster.cells()).isEqualTo(before);
    }

    @Test
    void replanningAWindowNeverMakesThePlanWorse() {
        for (long seed = 1; seed <= 20; seed++) {
            var roster =
                    Construction.start(Model.of(GeneratedProblems.small(seed))).roster();
            var moves = new Moves(roster, new SplittableRandom(seed));
            for (int i = 0; i < 50; i++) {
                long before = roster.cost();
                roster.begin();
                moves.replanOne();
                assertThat(roster.cost()).isLessThanOrEqualTo(before);
            }
        }
    }
}
