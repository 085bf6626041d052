package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M6: several searches on one plan; what one does to its lines goes together with what the others do to theirs. */
class TeamTests {

    private static final int SEARCHES = 3;

    private final List<Annealing> searches = new ArrayList<>();

    private Team team(RosterProblem problem, long steps, long seed) {
        var start = Construction.start(Model.of(problem)).roster();
        var clockwork = new Clockwork(SolveBudget.ofSteps(steps, seed), Cancellation.never());
        searches.clear();
        for (int i = 0; i < SEARCHES; i++) {
            searches.add(new Annealing(i == 0 ? start : start.copy(), clockwork, new Effort(), seed + i));
        }
        return new Team(searches, start.model, seed);
    }

    private static long scored(RosterProblem problem, Roster roster) {
        var score = new RosterScorer().score(problem, Roster.assignments(roster.model, roster.cells()));
        assertThat(score.violations()).isEmpty();
        return score.total();
    }

    @Test
    void eachSearchChangesItsOwnPeopleOnlyAndTogetherTheyHaveOneLawfulPlan() {
        for (long seed = 1; seed <= 10; seed++) {
            var problem = GeneratedProblems.problem(seed, 14, 2, 2, 15, 1.1);
            var team = team(problem, 2_000, seed);
            assertThat(team.sharesWork()).isTrue();
            for (int spell = 1; spell <= 10; spell++) {
                int[] before = searches.getFirst().roster().cells();
                team.share();
                var changed = new BitSet();
                for (Annealing search : searches) {
                    search.run(spell / 10.0, 0);
                    var touched = peopleChanged(problem, before, search.roster().cells());
                    assertThat(changed.intersects(touched)).as("seed %d", seed).isFalse();
                    changed.or(touched);
                }
                team.join(searches.getFirst().temperature(spell / 10.0));
                for (Annealing search : searches) {
                    assertThat(search.roster().cells())
                            .isEqualTo(searches.getFirst().roster().cells());
                    assertThat(search.roster().cost()).isEqualTo(scored(problem, search.roster()));
                }
            }
        }
    }

    private static BitSet peopleChanged(RosterProblem problem, int[] before, int[] after) {
        int days = problem.horizon().days();
        var changed = new BitSet();
        for (int person = 0; person < problem.people().size(); person++) {
            int from = person * days;
            if (!Arrays.equals(before, from, from + days, after, from, from + days)) {
                changed.set(person);
            }
        }
        return changed;
    }

    @Test
    void whenBothFillTheSameGapOneIsLeftOut() {
        var dear = new CoverWeights(1_000, 100, 500);
        var problem = Ward.of(
                List.of(new CoverDemand(3, "A-day", 1, 1, dear)),
                Ward.person("an"),
                Ward.person("bo"),
                Ward.person("chen"),
                Ward.person("ding"),
                Ward.person("e"),
                Ward.person("fang"),
                Ward.person("gao"),
                Ward.person("he"),
                Ward.person("ji"),
                Ward.person("kong"),
                Ward.person("li"),
                Ward.person("ma"));
        var team = team(problem, 2_000, 7);
        searches.forEach(search -> search.adopt(new Roster(search.roster().model).cells()));
        team.share();
        searches.forEach(search -> search.run(1, -1));
        team.join(0);

        assertThat(searches.getFirst()
                        .roster()
                        .cover[
                        3 * problem.shiftTypes().size()
                                + searches.getFirst().roster().model.typeIds.position("A-day")])
                .isEqualTo(1);
    }

    @Test
    void fewPeopleAreNotShared() {
        assertThat(team(GeneratedProblems.problem(1, 14, 1, 2, 11, 1), 10, 1).sharesWork())
                .isFalse();
        assertThat(team(GeneratedProblems.problem(1, 14, 1, 2, 12, 1), 10, 1).sharesWork())
                .isTrue();
    }
}
