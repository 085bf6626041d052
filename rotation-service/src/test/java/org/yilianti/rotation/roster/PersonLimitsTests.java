package org.yilianti.rotation.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.roster.PersonLimits.LimitedShift;
import org.yilianti.rotation.solver.Limits;

/** M7: which limits hold for somebody with exceptions. */
class PersonLimitsTests {

    private static final RosterPolicy POLICY = RosterPolicy.standard();
    private static final DatePeriod OCTOBER = days("2026-10-01", "2026-11-01");

    @Test
    void withoutExceptionsTheAssociationsLimitsHold() {
        Limits limits = PersonLimits.of(POLICY, List.of(), OCTOBER).ofMonth(Map.of(), 0);
        assertThat(limits.minutesPerWeek()).isEqualTo(44 * 60);
        assertThat(limits.consecutiveNights()).isEqualTo(4);
        assertThat(limits.minutesInHorizon()).isEqualTo(Limits.UNLIMITED);
        assertThat(limits.weekends()).isEqualTo(Limits.UNLIMITED);
    }

    @Test
    void protectionFromTheMiddleOfAMonthCountsForAllOfItMoreWorkOnlyWhereItHoldsThroughout() {
        LimitException half = new LimitException(days("2026-10-15", "2026-12-01"), values(60, 0));
        Limits limits = PersonLimits.of(POLICY, List.of(half), OCTOBER).ofMonth(Map.of(), 0);
        assertThat(limits.consecutiveNights()).isZero();
        assertThat(limits.minutesPerWeek()).isEqualTo(44 * 60);
        Limits later = PersonLimits.of(POLICY, List.of(half), days("2026-11-01", "2026-12-01"))
                .ofMonth(Map.of(), 0);
        assertThat(later.minutesPerWeek()).isEqualTo(60 * 60);
    }

    @Test
    void ofAShiftTheOwnNumberHoldsElseTheOneForEverybody() {
        LimitValues own = new LimitValues(null, null, null, null, null, null, null, 80, null, null, Map.of("N", 2));
        PersonLimits limits = PersonLimits.of(POLICY, List.of(new LimitException(OCTOBER, own)), OCTOBER);
        Map<String, Integer> most = limits.dutiesPerType(List.of(
                new LimitedShift("h/N", "N", 5), new LimitedShift("h/D", "D", 9), new LimitedShift("h/E", "E", null)));
        assertThat(most).isEqualTo(Map.of("h/N", 2, "h/D", 9));
        assertThat(limits.ofMonth(most, 0).least().minutesInHorizon()).isEqualTo(80 * 60);
        assertThat(limits.limitMonths()).isTrue();
    }

    @Test
    void onlyWhatAsksMoreOfThePersonIsLoosening() {
        assertThat(values(60, null).loosens(POLICY)).isTrue();
        assertThat(values(30, 0).loosens(POLICY)).isFalse();
        LimitValues shortRest = new LimitValues(null, null, null, null, null, 8, null, null, null, null, Map.of());
        assertThat(shortRest.loosens(POLICY)).isTrue();
        LimitValues fewWeekends = new LimitValues(null, null, null, null, 1, null, null, null, null, null, Map.of());
        assertThat(fewWeekends.loosens(POLICY)).as("the policy limits none").isFalse();
    }

    @Test
    void aPolicyWhoseLeastExceedsItsMostIsRefused() {
        assertThatThrownBy(() -> new RosterPolicy(
                        44, 6, 4, 11, 24, 8, 30, 2, 4, 3, 2, 6, 10, 6, List.of(), 0, 0, 0, 7, 0, 200, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }

    private static LimitValues values(@Nullable Integer weeklyHours, @Nullable Integer consecutiveNights) {
        return new LimitValues(
                weeklyHours, null, null, consecutiveNights, null, null, null, null, null, null, Map.of());
    }

    private static DatePeriod days(String from, String to) {
        return new DatePeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
}
