package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RosterTests {

    private static RosterProblem problem(long seed) {
        return GeneratedProblems.promising(GeneratedProblems.small(seed), seed);
    }

    private static Roster roster(long seed) {
        return Construction.start(Model.of(problem(seed))).roster();
    }

    private static long scored(Roster roster) {
        var plan = Roster.assignments(roster.model, roster.cells());
        var score = new RosterScorer().score(roster.model.problem, plan);
        assertThat(score.violations()).isEmpty();
        return score.total();
    }

    @Test
    void theRunningCostEqualsTheScorersAfterThousandsOfRandomMoves() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            var roster = roster(seed);
            var moves = new Moves(roster, random);
            for (int i = 0; i < 4_000; i++) {
                roster.begin();
                if (!moves.any(20, random.nextDouble()) || random.nextInt(3) == 0) {
                    roster.rollback();
                }
                if (i % 100 == 0) {
                    assertThat(roster.cost()).as("seed %d", seed).isEqualTo(scored(roster));
                }
            }
            assertThat(roster.cost()).as("seed %d", seed).isEqualTo(scored(roster));
        }
    }

    @Test
    void aMoveTakenBackLeavesNoTrace() {
        var roster = roster(3);
        var moves = new Moves(roster, new SplittableRandom(3));
        int[] before = roster.cells();
        int[] cover = roster.cover.clone();
        long cost = roster.cost();

        for (int i = 0; i < 2_000; i++) {
            roster.begin();
            moves.any(20, 0.5);
            roster.rollback();
        }

        assertThat(roster.cells()).isEqualTo(before);
        assertThat(roster.cover).isEqualTo(cover);
        assertThat(roster.cost()).isEqualTo(cost);
    }

    @Test
    void shortAndOverSlotsAreExactlyThoseBelowAndAboveTheDesiredNumber() {
        var roster = roster(5);
        var moves = new Moves(roster, new SplittableRandom(5));
        for (int i = 0; i < 2_000; i++) {
            roster.begin();
            if (!moves.any(20, 0.5)) {
                roster.rollback();
            }
        }
        int below = 0;
        int above = 0;
        for (int slot = 0; slot < roster.cover.length; slot++) {
            var demand = roster.model.demand[slot];
            below += roster.cover[slot] < demand.desired() ? 1 : 0;
            above += roster.cover[slot] > demand.desired() && demand.weights().aboveDesired() > 0 ? 1 : 0;
        }
        assertThat(roster.shortSlots.size()).isEqualTo(below);
        assertThat(roster.overSlots.size()).isEqualTo(above);
    }

    @Test
    void aCopyIsEqualAndIndependent() {
        var roster = roster(4);
        int[] before = roster.cells();
        var copy = roster.copy();
        assertThat(copy.cost()).isEqualTo(roster.cost());

        var moves = new Moves(copy, new SplittableRandom(1));
        for (int i = 0; i < 1_000; i++) {
            copy.begin();
            if (!moves.any(20, 0.5)) {
                copy.rollback();
            }
        }

        assertThat(copy.cells()).isNotEqualTo(before);
        assertThat(roster.cells()).isEqualTo(before);
    }

    @Test
    void aLineCheckPermitsExactlyWhatTheRulesPermit() {
        int permitted = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var roster = roster(seed);
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 300; i++) {
                var line = roster.lines[random.nextInt(roster.lines.length)];
                int from = random.nextInt(roster.model.days);
                int to = Math.min(roster.model.days, from + 1 + random.nextInt(8));
                int[] content = new int[to - from];
                for (int day = from; day < to; day++) {
                    boolean same = random.nextInt(3) > 0;
                    content[day - from] = same ? line.cells[day] : random.nextInt(-1, roster.model.types);
                }
                boolean lawful = lawful(line, from, to, content);
                permitted += lawful ? 1 : 0;

                assertThat(LineCheck.permits(line, from, to, content))
                        .as("seed %d", seed)
                        .isEqualTo(lawful);
            }
        }
        assertThat(permitted).isGreaterThan(500);
    }

    /** By the rules themselves: each duty permitted beside the earlier ones, and no least number lost that was kept. */
    private static boolean lawful(Line line, int from, int to, int[] content) {
        var row = new Row(line.model, line.person);
        for (int day = 0; day < line.cells.length; day++) {
            int type = day >= from && day < to ? content[day - from] : line.cells[day];
            if (type != Model.FREE) {
                if (!RuleBook.permits(row, day, type)) {
                    return false;
                }
                row.put(day, type);
            }
        }
        return line.shortfall() > 0 || LeastNumbers.cost(row) == 0;
    }
}
