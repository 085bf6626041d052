package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterExplainerTests {

    private static final Assignment LI_NIGHT = new Assignment("li", 3, "A-night");

    @Test
    void unmetDemandCountsWhyNobodyCould() {
        var noNights = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> !type.night());
        var problem = Ward.of(
                List.of(new CoverDemand(4, "A-night", 3, 5)),
                Ward.person("li").withLimits(Limits.none().withConsecutive(9, 1)),
                Ward.person("wang").withDaysOff(Set.of(5)),
                Person.of("zhao", "A", noNights),
                Ward.person("chen"),
                Ward.person("sun"),
                Ward.person("zhou").withLimits(Limits.none().withMinutesPerWeek(60)),
                Ward.person("wu").withLimits(Limits.standard()));
        var plan = List.of(LI_NIGHT, new Assignment("chen", 4, "A-day"), new Assignment("wu", 5, "A-day"));

        var unmet = new RosterExplainer(problem, plan).unmetDemand();

        assertThat(unmet)
                .containsExactly(new UnmetDemand(
                        4,
                        "A-night",
                        0,
                        3,
                        5,
                        Map.of(
                                Rule.CONSECUTIVE_NIGHTS, 1,
                                Rule.LEAVE, 1,
                                Rule.LAWFUL_PRACTICE, 1,
                                Rule.ONE_DUTY_A_DAY, 1,
                                Rule.WEEK_HOURS, 1,
                                Rule.REST, 1),
                        1,
                        false));
        assertThat(unmet.getFirst().missing()).isEqualTo(5);
        assertThat(unmet.getFirst().missingToMinimum()).isEqualTo(3);
    }

    @Test
    void fewerLawfulPeopleThanTheMinimumMakeAShortageUnavoidable() {
        var problem = Ward.of(List.of(new CoverDemand(4, "A-night", 2, 2)), Ward.person("li"));

        assertThat(new RosterExplainer(problem, List.of())
                        .unmetDemand()
                        .getFirst()
                        .unavoidable())
                .isTrue();
    }

    @Test
    void coveredDemandIsNotReported() {
        var problem = Ward.of(List.of(new CoverDemand(3, "A-night", 1, 1)), Ward.person("li"));

        assertThat(new RosterExplainer(problem, List.of(LI_NIGHT)).unmetDemand())
                .isEmpty();
    }

    @Test
    void anAssignmentIsExplainedByItsCostsAndTheNextBestPerson() {
        var problem = Ward.of(
                        List.of(new CoverDemand(3, "A-night", 1, 1)),
                        Ward.person("li").withWishes(List.of(Wish.notToWork(3, "A-night", 4))),
                        Ward.person("wang").withWishes(List.of(Wish.toBeFree(3, 9))),
                        Ward.person("zhao").withWishes(List.of(Wish.toBeFree(3, 30))),
                        Ward.person("chen").withDaysOff(Set.of(3)))
                .withFairness(new FairnessWeights(5, 0, 0, 0));

        var why = new RosterExplainer(problem, List.of(LI_NIGHT)).explain(LI_NIGHT);

        assertThat(why.costByRule())
                .isEqualTo(Map.of(
                        Rule.BELOW_MINIMUM,
                        -1_000L,
                        Rule.BELOW_DESIRED,
                        -100L,
                        Rule.WISHES,
                        4L,
                        Rule.NIGHT_FAIRNESS,
                        5L));
        assertThat(why.costOfDuty()).isEqualTo(-1_091);
        assertThat(why.alternative()).contains(new AssignmentExplanation.Alternative("wang", 5));
        assertThat(why.blocked()).isEqualTo(Map.of(Rule.LEAVE, 1));
    }

    @Test
    void theCostOfADutyIsTheDifferenceTheScorerSees() {
        for (long seed = 500; seed < 510; seed++) {
            var problem = GeneratedProblems.small(seed);
            var plan = RosterEngine.standard()
                    .solve(problem, SolveBudget.ofSteps(2_000, 1), ProgressListener.none(), Cancellation.never());
            var explainer = new RosterExplainer(problem, plan.assignments());
            for (Assignment duty :
                    plan.assignments().subList(0, Math.min(5, plan.assignments().size()))) {
                var without = plan.assignments().stream()
                        .filter(other -> !other.equals(duty))
                        .toList();
                long difference =
                        plan.cost() - new RosterScorer().score(problem, without).total();

                assertThat(explainer.explain(duty).costOfDuty()).isEqualTo(difference);
            }
        }
    }

    @Test
    void questionsAboutAnotherPlanAreRefused() {
        var problem = Ward.of(List.of(), Ward.person("li").withDaysOff(Set.of(3)));

        assertThatThrownBy(() -> new RosterExplainer(problem, List.of()).explain(LI_NIGHT))
                .hasMessageContaining("is not part of the plan");
        assertThatThrownBy(() -> new RosterExplainer(problem, List.of(LI_NIGHT)))
                .hasMessageContaining("only lawful plans can be explained");
    }
}
