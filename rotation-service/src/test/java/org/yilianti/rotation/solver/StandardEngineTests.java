package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardEngineTests {

    private static final RosterEngine ENGINE = RosterEngine.standard();

    private static RosterPlan solve(RosterProblem problem, long steps) {
        return ENGINE.solve(problem, SolveBudget.ofSteps(steps, 1), ProgressListener.none(), Cancellation.never());
    }

    private static List<CoverDemand> everyDay(String type, int minimum, int desired) {
        var demands = new ArrayList<CoverDemand>();
        for (int day = 0; day < Ward.HORIZON.days(); day++) {
            demands.add(new CoverDemand(day, type, minimum, desired));
        }
        return demands;
    }

    @Test
    void noPlanOfAnyGeneratedProblemBreaksAHardRuleAndTheCostIsTheScorers() {
        for (long seed = 100; seed < 160; seed++) {
            var problem = GeneratedProblems.promising(GeneratedProblems.small(seed), seed);
            var plan = solve(problem, 1_000);
            var score = new RosterScorer().score(problem, plan.assignments());
            var judge = new PlainJudge(problem);

            assertThat(score.violations()).as("seed %d", seed).isEmpty();
            assertThat(judge.lawful(plan.assignments())).as("seed %d", seed).isTrue();
            assertThat(plan.cost()).isEqualTo(score.total()).isEqualTo(judge.cost(plan.assignments()));
            assertThat(plan.bound().orElseThrow()).isLessThanOrEqualTo(plan.cost());
        }
    }

    @Test
    void scorerAndPlainJudgeAgreeOnUnlawfulPlansToo() {
        for (long seed = 200; seed < 260; seed++) {
            var problem = GeneratedProblems.promising(GeneratedProblems.small(seed), seed);
            var plan = new ArrayList<>(solve(problem, 16).assignments());
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 3; i++) {
                var person = problem.people()
                        .get(random.nextInt(problem.people().size()))
                        .id();
                int day = random.nextInt(problem.horizon().days());
                plan.removeIf(duty -> duty.person().equals(person) && duty.day() == day);
                var type = problem.shiftTypes()
                        .get(random.nextInt(problem.shiftTypes().size()));
                plan.add(new Assignment(person, day, type.id()));
                var score = new RosterScorer().score(problem, plan);
                var judge = new PlainJudge(problem);

                assertThat(score.feasible()).as("seed %d", seed).isEqualTo(judge.lawful(plan));
                assertThat(score.total()).as("seed %d", seed).isEqualTo(judge.cost(plan));
            }
        }
    }

    @Test
    void theSamePlanComesFromTheSameSeedAndSteps() {
        var problem = GeneratedProblems.problem(8, 28, 2, 3, 20, 0.9);
        var budget = SolveBudget.ofSteps(3_000, 42);
        for (int threads = 1; threads <= 2; threads++) {
            var once =
                    ENGINE.solve(problem, budget.withThreads(threads), ProgressListener.none(), Cancellation.never());
            var again =
                    ENGINE.solve(problem, budget.withThreads(threads), ProgressListener.none(), Cancellation.never());

            assertThat(again).isEqualTo(once);
        }
    }

    @Test
    void theSearchImprovesOnItsStartAndCostsNeverRise() {
        var problem = GeneratedProblems.problem(8, 28, 2, 3, 40, 0.9);
        var costs = new ArrayList<Long>();

        var plan = ENGINE.solve(
                problem,
                SolveBudget.ofSteps(6_000, 1),
                progress -> costs.add(progress.incumbent().cost()),
                Cancellation.never());

        assertThat(costs).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(plan.cost()).isEqualTo(costs.getLast()).isLessThan(costs.getFirst());
    }

    @Test
    void tinyProblemsAreSolvedToTheOptimum() {
        for (long seed = 300; seed < 312; seed++) {
            var problem = GeneratedProblems.problem(seed, 3, 1, 2, 2, 1.0);

            assertThat(solve(problem, 5_000).cost()).as("seed %d", seed).isEqualTo(BruteForce.optimum(problem));
        }
    }

    @Test
    void pinsAreKept() {
        var pins = List.of(new Assignment("li", 3, "A-night"), new Assignment("wang", 5, "B-clinic"));
        var problem = Ward.of(everyDay("A-day", 1, 1), Ward.person("li"), Ward.person("wang"))
                .withPins(pins);

        var plan = solve(problem, 5_000);

        assertThat(plan.assignments()).containsAll(pins);
        assertThat(plan.refusedPins()).isEmpty();
    }

    @Test
    void contradictoryPinsAreRefusedWithReasonsAndTheRestIsPlanned() {
        var problem = Ward.of(
                        everyDay("A-day", 1, 1),
                        Ward.person("li").withLimits(Limits.standard()).withDaysOff(Set.of(9)))
                .withPins(List.of(
                        new Assignment("li", 3, "A-night"),
                        new Assignment("li", 4, "A-day"),
                        new Assignment("li", 9, "A-day")));

        var plan = solve(problem, 1_000);

        assertThat(plan.assignments()).contains(new Assignment("li", 3, "A-night"));
        assertThat(plan.refusedPins())
                .extracting(refused -> refused.violations().getFirst().rule())
                .containsExactly(Rule.REST, Rule.LEAVE);
        assertThat(plan.assignments().size()).isGreaterThan(5);
        assertThat(new RosterScorer().score(problem, plan.assignments()).feasible())
                .isTrue();
    }

    @Test
    void leaveIsRespectedHoweverUrgentTheDemand() {
        var problem = Ward.of(everyDay("A-night", 1, 1), Ward.person("li").withDaysOff(Set.of(4, 5)));

        assertThat(solve(problem, 5_000).assignments())
                .extracting(Assignment::day)
                .doesNotContain(3, 4, 5)
                .contains(2, 6);
    }

    @Test
    void impossibleDemandIsReportedAndTheRestStillPlanned() {
        var nobodysNights = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> !type.night());
        var demands = everyDay("A-day", 1, 1);
        demands.addAll(everyDay("A-night", 2, 2));
        var problem = Ward.of(
                demands,
                Person.of("li", "A", nobodysNights).withLimits(Limits.none()),
                Person.of("wang", "A", nobodysNights).withLimits(Limits.none()));

        var plan = solve(problem, 5_000);
        var unmet = new RosterExplainer(problem, plan.assignments()).unmetDemand();

        assertThat(plan.assignments()).hasSize(14).allMatch(duty -> duty.shiftType()
                .equals("A-day"));
        assertThat(unmet).hasSize(14).allMatch(UnmetDemand::unavoidable);
        assertThat(unmet).allMatch(open -> open.blocked().equals(Map.of(Rule.LAWFUL_PRACTICE, 2)));
        assertThat(plan.bound().orElseThrow()).isGreaterThanOrEqualTo(14 * 2 * 1_100);
    }

    @Test
    void aCancelledSolveReturnsTheLawfulPlanItHas() {
        var problem = GeneratedProblems.problem(8, 28, 2, 3, 40, 0.9);
        var asked = new AtomicInteger();

        var plan = ENGINE.solve(
                problem,
                SolveBudget.ofTime(Duration.ofHours(1), 1),
                ProgressListener.none(),
                () -> asked.incrementAndGet() > 10);

        assertThat(new RosterScorer().score(problem, plan.assignments()).feasible())
                .isTrue();
    }

    @Test
    void aProvenOptimumEndsTheSolveBeforeItsBudget() {
        var problem = Ward.of(everyDay("A-day", 1, 1), Ward.person("li")).withFairness(FairnessWeights.none());

        var plan = ENGINE.solve(
                problem, SolveBudget.ofTime(Duration.ofHours(1), 1), ProgressListener.none(), Cancellation.never());

        assertThat(plan.cost()).isZero();
        assertThat(plan.bound()).hasValue(0);
    }

    @Test
    void aStartingPlanIsWhereTheSearchBegins() {
        var problem = GeneratedProblems.problem(8, 28, 2, 3, 20, 0.9);
        var plan = solve(problem, 4_000);

        var resumed = solve(problem.withStartingPlan(plan.assignments()), 0);

        assertThat(resumed.cost()).isLessThanOrEqualTo(plan.cost());
        assertThat(new HashSet<>(resumed.assignments())).containsAll(plan.assignments());
    }

    /** M7: whoever takes a search over begins with what was saved, also where a line of it is empty. */
    @Test
    void aSearchThatIsTakenOverBeginsNoWorseThanItEnded() {
        for (long seed = 0; seed < 60; seed++) {
            var problem = GeneratedProblems.promising(GeneratedProblems.small(seed), seed);
            var plan = solve(problem, 2_000);

            var resumed = solve(problem.withStartingPlan(plan.assignments()), 0);

            assertThat(resumed.cost()).as("seed %d", seed).isLessThanOrEqualTo(plan.cost());
        }
    }

    @Test
    void aLineThatWasBestLeftEmptyStaysEmptyWhenASearchIsTakenOver() {
        var dear = new CoverWeights(1_000, 100, 500);
        var promised = Ward.person("zhao").withLimits(Limits.none().withLeast(new Least(40 * 60, 1, 1, 1)));
        var demands = IntStream.range(0, 14)
                .mapToObj(day -> new CoverDemand(day, "A-day", 1, 1, dear))
                .toList();
        var problem = Ward.of(demands, Ward.person("li"), promised)
                .withFairness(FairnessWeights.none())
                .withStartingPlan(IntStream.range(0, 14)
                        .mapToObj(day -> new Assignment("li", day, "A-day"))
                        .toList());

        var resumed = solve(problem, 0);

        assertThat(resumed.cost())
                .isEqualTo(new RosterScorer()
                        .score(problem, problem.startingPlan())
                        .total());
        assertThat(resumed.assignments()).hasSameElementsAs(problem.startingPlan());
    }

    @Test
    void emptyProblemsHaveEmptyPlans() {
        assertThat(solve(Ward.of(List.of()), 100).assignments()).isEmpty();
        assertThat(solve(Ward.of(everyDay("A-day", 1, 1)), 100).cost()).isEqualTo(14 * 1_100);
        var noTypes = RosterProblem.of(Ward.HORIZON, List.of("A"), List.of(), List.of(), List.of());
        assertThat(solve(noTypes, 100).cost()).isZero();
    }

    @Test
    void anUnknownReferenceIsRefusedByName() {
        assertThatThrownBy(() -> solve(Ward.of(List.of(new CoverDemand(3, "A-dusk", 1, 1))), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shift type A-dusk is not part of the problem");
        assertThatThrownBy(() -> solve(Ward.of(List.of(new CoverDemand(14, "A-day", 1, 1))), 10))
                .hasMessage("day 14 is outside the horizon of 14 days");
        assertThatThrownBy(() -> solve(Ward.of(List.of(), Ward.person("li"), Ward.person("li")), 10))
                .hasMessage("person li is listed twice");
        assertThatThrownBy(() -> solve(
                        Ward.of(List.of(), Ward.person("li")).withPins(List.of(new Assignment("zhao", 1, "A-day"))),
                        10))
                .hasMessage("person zhao is not part of the problem");
    }

    @Test
    void tenThousandPeopleOverAMonthArePlannedLawfully() {
        var problem = GeneratedProblems.problem(9, 31, 2, 2, 10_000, 0.7);

        var plan = solve(problem, 16);
        var score = new RosterScorer().score(problem, plan.assignments());

        assertThat(plan.assignments().size()).isGreaterThan(80_000);
        assertThat(score.violations()).isEmpty();
        assertThat(score.total()).isEqualTo(plan.cost());
    }

    @Test
    void somebodyWhoseHomeSiteIsNotPlannedWorksAwayWithinTheAgreement() {
        var visitor = Person.of("li", "far", Ward.ALL)
                .withLimits(Limits.none())
                .withOutsideWeeklyMinutes(Map.of("A", 480, "elsewhere", 60));
        var problem = Ward.of(everyDay("A-day", 1, 1), visitor);

        var plan = solve(problem, 1_000);

        assertThat(plan.assignments()).hasSize(2);
        assertThat(new RosterScorer().score(problem, plan.assignments()).byRule())
                .containsEntry(Rule.AWAY, 2L * FairnessWeights.standard().away());
    }
}
