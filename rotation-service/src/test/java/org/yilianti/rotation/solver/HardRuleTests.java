package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yilianti.rotation.solver.Ward.CLINIC;
import static org.yilianti.rotation.solver.Ward.DAY;
import static org.yilianti.rotation.solver.Ward.EVENING;
import static org.yilianti.rotation.solver.Ward.NIGHT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Every hard rule with an example that keeps it and one that breaks it; day 0 is a Monday. */
class HardRuleTests {

    private static final UnaryOperator<Person> AS_IS = UnaryOperator.identity();

    private static UnaryOperator<Person> limited(Limits limits) {
        return person -> person.withLimits(limits);
    }

    private static UnaryOperator<Person> after(LastDuty last, int days, int nights) {
        return person -> person.withLimits(Limits.standard())
                .withHistory(new History(Optional.of(last), days, nights, Map.of("A", 480)));
    }

    @Test
    void aLawfulDutyIsFine() {
        assertThat(Ward.broken(AS_IS, Map.of(3, DAY))).isEmpty();
    }

    @Test
    void aDutyThatIsNotLawfulThereThenIsNamed() {
        var onlyClinic = LawfulOptions.where(Ward.HORIZON, Ward.TYPES, (date, type) -> type.equals(CLINIC));
        var violations =
                Ward.violations(person -> Person.of("li", "A", onlyClinic).withLimits(person.limits()), Map.of(3, DAY));

        assertThat(violations)
                .containsExactly(new Violation(
                        Rule.LAWFUL_PRACTICE,
                        new Assignment("li", 3, "A-day"),
                        "may not lawfully work A-day on 2026-10-08"));
    }

    @Test
    void aDutyBesideLeaveIsFine() {
        assertThat(Ward.broken(person -> person.withDaysOff(Set.of(4)), Map.of(3, EVENING, 5, DAY)))
                .isEmpty();
    }

    @Test
    void aDutyOnLeaveAndANightThatEndsInLeaveBreakIt() {
        assertThat(Ward.broken(person -> person.withDaysOff(Set.of(4)), Map.of(3, NIGHT, 4, EVENING)))
                .containsExactly(Rule.LEAVE, Rule.LEAVE);
    }

    @Test
    void aSecondDutyOnADayBreaksTheRuleOfOne() {
        var problem = Ward.of(List.of(), Ward.person("li"));
        var plan = List.of(new Assignment("li", 3, "A-day"), new Assignment("li", 3, "A-night"));

        assertThat(new RosterScorer().score(problem, plan).violations())
                .extracting(Violation::rule)
                .contains(Rule.ONE_DUTY_A_DAY);
    }

    @Test
    void elevenHoursBetweenDutiesAreEnough() {
        var rest = limited(Limits.none().withRest(11 * 60, 0));

        assertThat(Ward.broken(rest, Map.of(3, DAY, 4, DAY))).isEmpty();
        assertThat(Ward.broken(rest, Map.of(3, EVENING, 4, EVENING))).isEmpty();
    }

    @Test
    void eightHoursBetweenDutiesAreTooFew() {
        assertThat(Ward.violations(limited(Limits.none().withRest(11 * 60, 0)), Map.of(3, NIGHT, 4, EVENING)))
                .extracting(Violation::reason)
                .containsExactly("rest before A-evening on 2026-10-09 is 3 h too short");
    }

    @Test
    void travelBetweenSitesComesOnTopOfRest() {
        var limits = Limits.none().withRest(16 * 60, 0);

        assertThat(Ward.broken(limited(limits), Map.of(3, DAY, 4, DAY))).isEmpty();
        assertThat(Ward.broken(limited(limits.withRest(16 * 60 + 1, 0)), Map.of(3, DAY, 4, CLINIC)))
                .containsExactly(Rule.REST);
        assertThat(Ward.broken(limited(limits), Map.of(3, DAY, 4, CLINIC))).isEmpty();
    }

    @Test
    void overlappingDutiesBreakRestEvenWithoutAnyRestRequired() {
        var long24 = new ShiftType("A-long", "A", 480, 1_441, false);
        var types = List.of(long24);
        var problem = RosterProblem.of(
                Ward.HORIZON,
                List.of("A"),
                types,
                List.of(),
                List.of(Person.of("li", "A", LawfulOptions.all(Ward.HORIZON, types))
                        .withLimits(Limits.none())));

        var score = new RosterScorer().score(problem, Ward.plan("li", Map.of(3, long24, 4, long24)));

        assertThat(score.violations()).extracting(Violation::rule).containsExactly(Rule.REST);
    }

    @Test
    void nightsInABlockNeedOnlyTheOrdinaryRest() {
        assertThat(Ward.broken(limited(Limits.standard()), Map.of(3, NIGHT, 4, NIGHT)))
                .isEmpty();
    }

    @Test
    void aDayDutyNeedsTwentyFourHoursAfterANight() {
        assertThat(Ward.broken(limited(Limits.standard()), Map.of(3, NIGHT, 5, DAY)))
                .isEmpty();
        assertThat(Ward.broken(limited(Limits.standard().withRest(660, 1_441)), Map.of(3, NIGHT, 5, DAY)))
                .containsExactly(Rule.REST);
    }

    @Test
    void theRestRunsOnFromBeforeTheHorizon() {
        var endedAtSix = new LastDuty(-1, 360, "A", true, null);

        assertThat(Ward.broken(after(endedAtSix, 1, 1), Map.of(0, NIGHT))).isEmpty();
        assertThat(Ward.broken(after(endedAtSix, 1, 1), Map.of(0, EVENING))).containsExactly(Rule.REST);
    }

    @Test
    void aForbiddenSuccessionBreaksItOnlyOnTheVeryNextDay() {
        assertThat(Ward.broken(AS_IS, Map.of(3, EVENING, 5, DAY))).isEmpty();
        assertThat(Ward.violations(AS_IS, Map.of(3, EVENING, 4, DAY)))
                .extracting(Violation::reason)
                .containsExactly("A-day must not follow A-evening");
    }

    @Test
    void aForbiddenSuccessionReachesOverTheStartOfTheHorizon() {
        var evening = new LastDuty(-1, 0, "B", false, "A-evening");
        UnaryOperator<Person> person = after(evening, 1, 0).andThen(some -> some.withLimits(Limits.none()))::apply;

        assertThat(Ward.broken(person, Map.of(0, EVENING))).isEmpty();
        assertThat(Ward.broken(person, Map.of(0, DAY))).containsExactly(Rule.SUCCESSION);
    }

    @Test
    void threeDaysInARowAreFineWhereThreeAreAllowedAndFourAreNot() {
        var three = limited(Limits.none().withConsecutive(3, 3));

        assertThat(Ward.broken(three, Map.of(2, DAY, 3, DAY, 4, DAY, 6, DAY))).isEmpty();
        assertThat(Ward.broken(three, Map.of(2, DAY, 3, DAY, 4, DAY, 5, DAY))).containsExactly(Rule.CONSECUTIVE_DAYS);
    }

    @Test
    void theRunOfDaysGoesOnFromBeforeTheHorizon() {
        var day = new LastDuty(-1, -480, "A", false, "A-day");

        assertThat(Ward.broken(after(day, 5, 0), Map.of(0, DAY))).isEmpty();
        assertThat(Ward.broken(after(day, 5, 0), Map.of(0, DAY, 1, DAY))).containsExactly(Rule.CONSECUTIVE_DAYS);
    }

    @Test
    void twoNightsInARowAreFineWhereTwoAreAllowedAndThreeAreNot() {
        var two = limited(Limits.none().withConsecutive(9, 2));

        assertThat(Ward.broken(two, Map.of(2, NIGHT, 3, NIGHT, 4, EVENING, 5, NIGHT)))
                .isEmpty();
        assertThat(Ward.broken(two, Map.of(2, NIGHT, 3, NIGHT, 4, NIGHT))).containsExactly(Rule.CONSECUTIVE_NIGHTS);
    }

    @Test
    void bothDaysOfAWeekendCountOnceAndASecondWeekendBreaksTheLimitOfOne() {
        var one = limited(Limits.none().withWeekends(1));

        assertThat(Ward.broken(one, Map.of(5, DAY, 6, DAY, 7, DAY))).isEmpty();
        assertThat(Ward.broken(one, Map.of(5, DAY, 6, DAY, 13, DAY))).containsExactly(Rule.WEEKENDS);
    }

    @Test
    void theHoursOfAWeekAreCountedFromMondayToSunday() {
        var sixteen = limited(Limits.none().withMinutesPerWeek(16 * 60));

        assertThat(Ward.broken(sixteen, Map.of(5, DAY, 6, DAY, 7, DAY, 8, DAY))).isEmpty();
        assertThat(Ward.violations(sixteen, Map.of(0, DAY, 3, DAY, 6, CLINIC)))
                .extracting(Violation::reason)
                .containsExactly("would work 22 h in the week of 2026-10-11, at most 16 h are allowed");
    }

    @Test
    void hoursOfTheRunningWeekBeforeTheHorizonCount() {
        UnaryOperator<Person> person = some -> some.withLimits(Limits.none().withMinutesPerWeek(16 * 60))
                .withHistory(new History(Optional.empty(), 0, 0, Map.of("A", 480)));

        assertThat(Ward.broken(person, Map.of(1, DAY))).isEmpty();
        assertThat(Ward.broken(person, Map.of(1, DAY, 3, DAY))).containsExactly(Rule.WEEK_HOURS);
    }

    @Test
    void theHoursOfTheHorizonAreLimited() {
        var sixteen = limited(Limits.none().withMinutesInHorizon(16 * 60));

        assertThat(Ward.broken(sixteen, Map.of(0, DAY, 8, DAY))).isEmpty();
        assertThat(Ward.broken(sixteen, Map.of(0, DAY, 8, DAY, 10, CLINIC))).containsExactly(Rule.HORIZON_HOURS);
    }

    @Test
    void anAgreementCapsTheWeeklyHoursAtTheOtherSiteOnly() {
        UnaryOperator<Person> sevenHoursAtB = person -> person.withOutsideWeeklyMinutes(Map.of("B", 7 * 60));

        assertThat(Ward.broken(sevenHoursAtB, Map.of(0, CLINIC, 1, DAY, 2, DAY, 7, CLINIC)))
                .isEmpty();
        assertThat(Ward.violations(sevenHoursAtB, Map.of(0, CLINIC, 2, CLINIC)))
                .extracting(Violation::reason)
                .containsExactly("would work 12 h at B in the week of 2026-10-07, the agreement allows 7 h");
    }

    @Test
    void twoNightsAreFineWhereTwoAreAllowedInTheHorizonAndAThirdIsNot() {
        var two = limited(Limits.none().withDutiesPerType(Map.of("A-night", 2)));

        assertThat(Ward.broken(two, Map.of(1, NIGHT, 4, DAY, 6, NIGHT))).isEmpty();
        assertThat(Ward.violations(two, Map.of(1, NIGHT, 4, NIGHT, 6, NIGHT)))
                .extracting(Violation::rule, Violation::reason)
                .containsExactly(
                        tuple(Rule.DUTIES_PER_TYPE, "already works 2 duties of type A-night, at most 2 are allowed"));
    }
}
