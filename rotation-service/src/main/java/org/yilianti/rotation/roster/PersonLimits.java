package org.yilianti.rotation.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.solver.Least;
import org.yilianti.rotation.solver.Limits;

/**
 * The limits of one person on some days: the association's, and in their place the person's own. An exception that protects counts from
 * its first day on for the whole period in question; one that asks more counts only where it holds on every day of it.
 */
public record PersonLimits(LimitValues values, int leastWeight) {

    public static PersonLimits of(RosterPolicy policy, List<LimitException> exceptions, DatePeriod days) {
        LimitValues standard = LimitValues.of(policy);
        LimitValues values = standard;
        for (LimitException one : exceptions) {
            values = (one.covers(days) ? one.values() : one.values().protective(standard)).over(values);
        }
        return new PersonLimits(values, policy.leastWeight());
    }

    /** What holds in any days: weeks, runs and rest. */
    Limits running() {
        return Limits.none()
                .withMinutesPerWeek(minutes(values.weeklyHours()))
                .withConsecutive(most(values.consecutiveDays()), most(values.consecutiveNights()))
                .withRest(hours(values.restHours()), hours(values.restAfterNightHours()));
    }

    /** What holds in a calendar month alone. */
    Limits monthly(Map<String, Integer> dutiesPerType) {
        return Limits.none()
                .withMinutesInHorizon(minutes(values.monthlyHours()))
                .withWeekends(most(values.weekends()))
                .withDutiesPerType(dutiesPerType);
    }

    /**
     * All limits of a calendar month that is planned as a whole.
     *
     * @param dutiesPerType most duties of the solver's shift types
     * @param leastMinutes least minutes that follow from the contract
     */
    public Limits ofMonth(Map<String, Integer> dutiesPerType, int leastMinutes) {
        Integer least = values.leastMonthlyHours();
        return running()
                .withMinutesInHorizon(minutes(values.monthlyHours()))
                .withWeekends(most(values.weekends()))
                .withDutiesPerType(dutiesPerType)
                .withLeast(new Least(
                        least == null ? leastMinutes : least * 60,
                        number(values.leastConsecutiveDays()),
                        number(values.leastConsecutiveDaysOff()),
                        leastWeight));
    }

    /** Whether anything is limited by the calendar month. */
    boolean limitMonths() {
        return values.monthlyHours() != null
                || values.weekends() != null
                || !values.dutiesPerShift().isEmpty();
    }

    /** What is allowed this person, or else everybody, by the solver's type; none where nothing is limited. */
    public Map<String, Integer> dutiesPerType(Collection<LimitedShift> shifts) {
        Map<String, Integer> most = new HashMap<>();
        for (LimitedShift shift : shifts) {
            Integer own = values.dutiesPerShift().get(shift.code());
            Integer limit = own == null ? shift.most() : own;
            if (limit != null) {
                most.put(shift.type(), limit);
            }
        }
        return most;
    }

    /**
     * A shift of which one person may have only so many.
     *
     * @param type the solver's id
     * @param most of everybody; null when not limited
     */
    public record LimitedShift(
            String type, String code, @Nullable Integer most) {}

    private static int minutes(@Nullable Integer hours) {
        return hours == null ? Limits.UNLIMITED : hours * 60;
    }

    private static int most(@Nullable Integer number) {
        return number == null ? Limits.UNLIMITED : number;
    }

    private static int hours(@Nullable Integer hours) {
        return number(hours) * 60;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
