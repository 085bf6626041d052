package org.yilianti.rotation.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.yilianti.rotation.solver.FairnessWeights;

/**
 * What an association wants of its rosters: limits of hours and rest after labour law, how much fairness weighs, and its calendar.
 *
 * @param weeklyHours most hours in a week, Monday to Sunday
 * @param consecutiveDays most days in a row with a duty
 * @param consecutiveNights most nights in a row
 * @param restHours least time between two duties
 * @param restAfterNightHours least time between a night and the next duty that is none
 * @param dailyHours hours of a full-time working day, the yardstick of a fair load
 * @param travelKilometresPerHour speed between sites along the straight line
 * @param nightWeight the n-th night of a person costs n times this; a carried-over night costs its place in that row
 * @param weekendWeight the n-th worked weekend costs n times this
 * @param awayWeight each duty outside the home site costs this
 * @param loadWeight weight of hours out of proportion to the contract
 * @param holidayWeight the n-th duty on a public holiday costs n times this, those of earlier months counted
 * @param wishWeight what refusing a wish of weight 1 costs
 * @param carriedMonths how many months the fairness ledger looks back
 * @param publicHolidays days that count as holidays
 * @param monthlyHours most hours in a calendar month; 0 for no such limit
 * @param weekends most worked weekends in a calendar month; 0 for no such limit
 * @param leastHoursPercent least part of the contract's hours in a month; 0 promises none
 * @param leastConsecutiveDays least days in a row with a duty; 0 or 1 promise nothing
 * @param leastConsecutiveDaysOff least days off in a row; 0 or 1 promise nothing
 * @param leastWeight what each missing day, and each begun missing hour, of these least numbers costs
 * @param openDutiesPerShift how many open duties one shift of a day gets at most when its plan is published; 0: gaps are listed only
 */
public record RosterPolicy(
        int weeklyHours,
        int consecutiveDays,
        int consecutiveNights,
        int restHours,
        int restAfterNightHours,
        int dailyHours,
        int travelKilometresPerHour,
        int nightWeight,
        int weekendWeight,
        int awayWeight,
        int loadWeight,
        int holidayWeight,
        int wishWeight,
        int carriedMonths,
        List<LocalDate> publicHolidays,
        int monthlyHours,
        int weekends,
        int leastHoursPercent,
        int leastConsecutiveDays,
        int leastConsecutiveDaysOff,
        int leastWeight,
        int openDutiesPerShift) {

    public RosterPolicy {
        publicHolidays = publicHolidays.stream().sorted().distinct().toList();
        if (weeklyHours < 1 || consecutiveDays < 1 || dailyHours < 1 || travelKilometresPerHour < 1) {
            throw new IllegalArgumentException("hours, days in a row and speed must be at least 1");
        }
        if (IntStream.of(
                        consecutiveNights,
                        restHours,
                        restAfterNightHours,
                        nightWeight,
                        weekendWeight,
                        awayWeight,
                        loadWeight,
                        holidayWeight,
                        wishWeight,
                        carriedMonths,
                        monthlyHours,
                        weekends,
                        leastHoursPercent,
                        leastConsecutiveDaysOff,
                        leastWeight,
                        openDutiesPerShift)
                .anyMatch(value -> value < 0 || value > 1_000)) {
            throw new IllegalArgumentException("rest, weights, months and open duties must lie between 0 and 1000");
        }
        if (leastConsecutiveDays < 0 || leastConsecutiveDays > consecutiveDays) {
            throw new IllegalArgumentException("the least days in a row (" + leastConsecutiveDays
                    + ") must not exceed the most (" + consecutiveDays + ")");
        }
    }

    /**
     * 44 h and one rest day a week by labour law; rest after nights, weights and the look back are proposals of this project. The holidays are
     * the days of the Regulation on Public Holidays for National Annual Festivals as revised in 2024 (general knowledge), for 2026 and 2027.
     */
    public static RosterPolicy standard() {
        return new RosterPolicy(
                44,
                6,
                4,
                11,
                24,
                8,
                30,
                2,
                4,
                3,
                2,
                6,
                10,
                6,
                List.of(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 2, 16),
                        LocalDate.of(2026, 2, 17),
                        LocalDate.of(2026, 2, 18),
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 2),
                        LocalDate.of(2026, 6, 19),
                        LocalDate.of(2026, 9, 25),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 2),
                        LocalDate.of(2026, 10, 3),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 2, 5),
                        LocalDate.of(2027, 2, 6),
                        LocalDate.of(2027, 2, 7),
                        LocalDate.of(2027, 2, 8),
                        LocalDate.of(2027, 4, 5),
                        LocalDate.of(2027, 5, 1),
                        LocalDate.of(2027, 5, 2),
                        LocalDate.of(2027, 6, 9),
                        LocalDate.of(2027, 9, 15),
                        LocalDate.of(2027, 10, 1),
                        LocalDate.of(2027, 10, 2),
                        LocalDate.of(2027, 10, 3)),
                0,
                0,
                0,
                0,
                0,
                200,
                20);
    }

    public FairnessWeights fairness() {
        return new FairnessWeights(nightWeight, weekendWeight, awayWeight, loadWeight);
    }
}
