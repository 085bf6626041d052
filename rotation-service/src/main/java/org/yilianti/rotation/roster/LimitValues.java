package org.yilianti.rotation.roster;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one person's work; null where nothing is said.
 *
 * @param weeklyHours most hours in a week, Monday to Sunday
 * @param monthlyHours most hours in a calendar month
 * @param consecutiveDays most days in a row with a duty
 * @param consecutiveNights most nights in a row; 0 for no night at all
 * @param weekends most worked weekends in a calendar month; 0 for none at all
 * @param restHours least time between two duties
 * @param restAfterNightHours least time between a night and the next duty that is none
 * @param leastMonthlyHours least hours in a calendar month
 * @param leastConsecutiveDays least days in a row with a duty
 * @param leastConsecutiveDaysOff least days off in a row
 * @param dutiesPerShift most duties in a calendar month of shifts with these codes, wherever
 */
public record LimitValues(
        @Nullable Integer weeklyHours,
        @Nullable Integer monthlyHours,
        @Nullable Integer consecutiveDays,
        @Nullable Integer consecutiveNights,
        @Nullable Integer weekends,
        @Nullable Integer restHours,
        @Nullable Integer restAfterNightHours,
        @Nullable Integer leastMonthlyHours,
        @Nullable Integer leastConsecutiveDays,
        @Nullable Integer leastConsecutiveDaysOff,
        Map<String, Integer> dutiesPerShift) {

    public LimitValues {
        dutiesPerShift = Map.copyOf(dutiesPerShift);
    }

    /** What the association's policy says of everybody; the least hours follow from each contract and are not among it. */
    static LimitValues of(RosterPolicy policy) {
        return new LimitValues(
                policy.weeklyHours(),
                policy.monthlyHours() == 0 ? null : policy.monthlyHours(),
                policy.consecutiveDays(),
                policy.consecutiveNights(),
                policy.weekends() == 0 ? null : policy.weekends(),
                policy.restHours(),
                policy.restAfterNightHours(),
                null,
                policy.leastConsecutiveDays(),
                policy.leastConsecutiveDaysOff(),
                Map.of());
    }

    /** These values, and where they say nothing those of {@code base}. */
    LimitValues over(LimitValues base) {
        Map<String, Integer> perShift = new HashMap<>(base.dutiesPerShift);
        perShift.putAll(dutiesPerShift);
        return new LimitValues(
                first(weeklyHours, base.weeklyHours),
                first(monthlyHours, base.monthlyHours),
                first(consecutiveDays, base.consecutiveDays),
                first(consecutiveNights, base.consecutiveNights),
                first(weekends, base.weekends),
                first(restHours, base.restHours),
                first(restAfterNightHours, base.restAfterNightHours),
                first(leastMonthlyHours, base.leastMonthlyHours),
                first(leastConsecutiveDays, base.leastConsecutiveDays),
                first(leastConsecutiveDaysOff, base.leastConsecutiveDaysOff),
                perShift);
    }

    /** Only those of the values that burden nobody more than {@code base} does. */
    LimitValues protective(LimitValues base) {
        return new LimitValues(
                more(weeklyHours, base.weeklyHours) ? null : weeklyHours,
                more(monthlyHours, base.monthlyHours) ? null : monthlyHours,
                more(consecutiveDays, base.consecutiveDays) ? null : consecutiveDays,
                more(consecutiveNights, base.consecutiveNights) ? null : consecutiveNights,
                more(weekends, base.weekends) ? null : weekends,
                more(base.restHours, restHours) ? null : restHours,
                more(base.restAfterNightHours, restAfterNightHours) ? null : restAfterNightHours,
                more(base.leastMonthlyHours, leastMonthlyHours) ? null : leastMonthlyHours,
                more(base.leastConsecutiveDays, leastConsecutiveDays) ? null : leastConsecutiveDays,
                more(base.leastConsecutiveDaysOff, leastConsecutiveDaysOff) ? null : leastConsecutiveDaysOff,
                dutiesPerShift);
    }

    /** Whether any of the values asks more of the person than the policy allows to be asked of everybody. */
    public boolean loosens(RosterPolicy policy) {
        return !protective(of(policy)).equals(this);
    }

    /** These values over those of the policy: what would hold for the person. */
    public LimitValues over(RosterPolicy policy) {
        return over(of(policy));
    }

    /** Whether both say something of the same limit. */
    public boolean speaksOfSame(LimitValues other) {
        return both(weeklyHours, other.weeklyHours)
                || both(monthlyHours, other.monthlyHours)
                || both(consecutiveDays, other.consecutiveDays)
                || both(consecutiveNights, other.consecutiveNights)
                || both(weekends, other.weekends)
                || both(restHours, other.restHours)
                || both(restAfterNightHours, other.restAfterNightHours)
                || both(leastMonthlyHours, other.leastMonthlyHours)
                || both(leastConsecutiveDays, other.leastConsecutiveDays)
                || both(leastConsecutiveDaysOff, other.leastConsecutiveDaysOff)
                || dutiesPerShift.keySet().stream().anyMatch(other.dutiesPerShift::containsKey);
    }

    private static boolean both(@Nullable Integer one, @Nullable Integer other) {
        return one != null && other != null;
    }

    private static @Nullable Integer first(@Nullable Integer own, @Nullable Integer base) {
        return own == null ? base : own;
    }

    private static boolean more(@Nullable Integer one, @Nullable Integer other) {
        return one != null && other != null && one > other;
    }
}
