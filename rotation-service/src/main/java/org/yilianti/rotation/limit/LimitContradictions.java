package org.yilianti.rotation.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Violation;
import org.yilianti.rotation.roster.LimitValues;
import org.yilianti.rotation.roster.RosterPolicy;

/** What in an exception cannot be meant: nothing at all, or two limits that leave no room together. */
final class LimitContradictions {

    private static final LimitValues NOTHING =
            new LimitValues(null, null, null, null, null, null, null, null, null, null, Map.of());

    private final List<Violation> violations = new ArrayList<>();

    private LimitContradictions() {}

    /** Every contradiction of these values with each other and with what holds for everybody. */
    static List<Violation> of(LimitValues values, RosterPolicy rosters, LimitPolicy policy) {
        LimitContradictions found = new LimitContradictions();
        LimitValues all = values.over(rosters);
        if (values.equals(NOTHING)) {
            found.violations.add(new Violation("/limits", "limit.nothing"));
        }
        found.order("leastConsecutiveDays", all.leastConsecutiveDays(), "consecutiveDays", all.consecutiveDays());
        found.order("consecutiveNights", values.consecutiveNights(), "consecutiveDays", all.consecutiveDays());
        found.order("leastMonthlyHours", all.leastMonthlyHours(), "monthlyHours", all.monthlyHours());
        Integer weekly = all.weeklyHours();
        found.order(
                "leastMonthlyHours", all.leastMonthlyHours(), "5 × weeklyHours", weekly == null ? null : 5 * weekly);
        found.order("weeklyHours", values.weeklyHours(), "mostWeeklyHours", policy.mostWeeklyHours());
        return found.violations;
    }

    private void order(String low, @Nullable Integer lower, String high, @Nullable Integer upper) {
        if (lower != null && upper != null && lower > upper) {
            violations.add(new Violation("/limits/" + low, "limit.contradiction", low, lower, high, upper));
        }
    }
}
