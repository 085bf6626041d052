package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.rotation.solver.Ward.CLINIC;
import static org.yilianti.rotation.solver.Ward.DAY;
import static org.yilianti.rotation.solver.Ward.EVENING;
import static org.yilianti.rotation.solver.Ward.NIGHT;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** M7: the index of rules against plans that keep and that break each of them; a rule without both cases fails. */
class RuleVerifierTests {

    /** A problem, a plan that keeps the rule and one that breaks it (a hard rule) or costs by it (a soft one). */
    private record Case(RosterProblem problem, List<Assignment> keeps, List<Assignment> breaks) {}

    private static final Map<Rule, Case> CASES = cases();

    @ParameterizedTest
    @EnumSource
    void everyRuleHasAPlanThatKeepsItAndOneThatBreaksIt(Rule rule) {
        Case one = CASES.get(rule);
        assertThat(one).as("cases of %s", rule).isNotNull();
        assertThat(amount(rule, one.problem(), one.keeps())).as("kept").isZero();
        assertThat(amount(rule, one.problem(), one.breaks())).as("broken").isPositive();
    }

    /** Violations of a hard rule, the cost of a soft one. */
    private static long amount(Rule rule, RosterProblem problem, List<Assignment> plan) {
        RosterScore score = new RosterScorer().score(problem, plan);
        return rule.hard()
                ? score.violations().stream()
                        .filter(broken -> broken.rule() == rule)
                        .count()
                : score.byRule().getOrDefault(rule, 0L);
    }

    private static Map<Rule, Case> cases() {
        Map<Rule, Case> cases = new EnumMap<>(Rule.class);
        cases.put(Rule.LAWFUL_PRACTICE, new Case(onlyClinic(), duties(Map.of(3, CLINIC)), duties(Map.of(3, DAY))));
        hard(cases, Rule.LEAVE, person -> person.withDaysOff(Set.of(4)), Map.of(5, DAY), Map.of(4, DAY));
        hard(
                cases,
                Rule.REST,
                limited(Limits.none().withRest(660, 0)),
                Map.of(3, DAY, 4, DAY),
                Map.of(3, EVENING, 4, DAY));
        hard(cases, Rule.SUCCESSION, person -> person, Map.of(3, EVENING, 5, DAY), Map.of(3, EVENING, 4, DAY));
        hard(cases, Rule.CONSECUTIVE_DAYS, limited(Limits.none().withConsecutive(2, 9)), days(0, 1, 3), days(0, 1, 2));
        hard(
                cases,
                Rule.CONSECUTIVE_NIGHTS,
                limited(Limits.none().withConsecutive(9, 1)),
                Map.of(0, NIGHT, 2, NIGHT),
                Map.of(0, NIGHT, 1, NIGHT));
        hard(cases, Rule.WEEKENDS, limited(Limits.none().withWeekends(1)), days(5, 6), days(5, 12));
        hard(cases, Rule.WEEK_HOURS, limited(Limits.none().withMinutesPerWeek(960)), days(0, 1, 7), days(0, 1, 2));
        hard(cases, Rule.HORIZON_HOURS, limited(Limits.none().withMinutesInHorizon(960)), days(0, 8), days(0, 8, 10));
        hard(
                cases,
                Rule.DUTIES_PER_TYPE,
                limited(Limits.none().withDutiesPerType(Map.of("A-night", 1))),
                Map.of(1, NIGHT, 4, DAY),
                Map.of(1, NIGHT, 4, NIGHT));
        hard(
                cases,
                Rule.OUTSIDE_HOURS,
                person -> person.withOutsideWeeklyMinutes(Map.of("B", 420)),
                Map.of(0, CLINIC, 7, CLINIC),
                Map.of(0, CLINIC, 2, CLINIC));
        List<Assignment> twice = new ArrayList<>(duties(Map.of(3, DAY)));
        twice.addAll(duties(Map.of(3, NIGHT)));
        cases.put(Rule.ONE_DUTY_A_DAY, new Case(Ward.of(List.of(), Ward.person("li")), duties(Map.of(3, DAY)), twice));
        soft(cases);
        return cases;
    }

    private static void soft(Map<Rule, Case> cases) {
        RosterProblem wanted = Ward.of(List.of(new CoverDemand(3, "A-day", 1, 1)), Ward.person("li"));
        cases.put(Rule.BELOW_MINIMUM, new Case(wanted, duties(Map.of(3, DAY)), List.of()));
        cases.put(Rule.BELOW_DESIRED, new Case(wanted, duties(Map.of(3, DAY)), List.of()));
        RosterProblem none = Ward.of(List.of(new CoverDemand(3, "A-day", 0, 0)), Ward.person("li"));
        cases.put(Rule.ABOVE_DESIRED, new Case(none, List.of(), duties(Map.of(3, DAY))));
        RosterProblem free = Ward.of(List.of(), Ward.person("li").withWishes(List.of(Wish.toBeFree(3, 5))));
        cases.put(Rule.WISHES, new Case(free, duties(days(4)), duties(Map.of(3, DAY))));
        RosterProblem fair = Ward.of(List.of(), Ward.person("li").withTargetMinutes(1_440))
                .withFairness(new FairnessWeights(5, 5, 5, 30));
        cases.put(Rule.NIGHT_FAIRNESS, new Case(fair, duties(Map.of(3, DAY)), duties(Map.of(3, NIGHT))));
        cases.put(Rule.WEEKEND_FAIRNESS, new Case(fair, duties(Map.of(3, DAY)), duties(Map.of(5, DAY))));
        cases.put(Rule.AWAY, new Case(fair, duties(Map.of(3, DAY)), duties(Map.of(3, CLINIC))));
        cases.put(Rule.LOAD_FAIRNESS, new Case(fair, List.of(), duties(Map.of(3, DAY))));
        cases.put(Rule.LEAST_HOURS, new Case(least(new Least(960, 0, 0, 7)), duties(days(3, 4)), duties(days(3))));
        cases.put(
                Rule.LEAST_CONSECUTIVE_DAYS,
                new Case(least(new Least(0, 2, 0, 7)), duties(days(3, 4)), duties(days(3))));
        cases.put(
                Rule.LEAST_CONSECUTIVE_DAYS_OFF,
                new Case(least(new Least(0, 0, 2, 7)), duties(days(3, 6)), duties(days(3, 5))));
    }

    private static void hard(
            Map<Rule, Case> cases,
            Rule rule,
            UnaryOperator<Person> change,
            Map<Integer, ShiftType> keeps,
            Map<Integer, ShiftType> breaks) {
        RosterProblem problem = Ward.of(List.of(), change.apply(Ward.person("li")));
        cases.put(rule, new Case(problem, duties(keeps), duties(breaks)));
    }

    private static RosterProblem onlyClinic() {
        LawfulOptions options = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> type.equals(CLINIC));
        return Ward.of(List.of(), Person.of("li", "A", options).withLimits(Limits.none()));
    }

    private static RosterProblem least(Least least) {
        return Ward.of(List.of(), Ward.person("li").withLimits(Limits.none().withLeast(least)));
    }

    private static UnaryOperator<Person> limited(Limits limits) {
        return person -> person.withLimits(limits);
    }

    private static Map<Integer, ShiftType> days(Integer... days) {
        Map<Integer, ShiftType> duties = new TreeMap<>();
        List.of(days).forEach(day -> duties.put(day, DAY));
        return duties;
    }

    private static List<Assignment> duties(Map<Integer, ShiftType> duties) {
        return Ward.plan("li", duties);
    }
}
