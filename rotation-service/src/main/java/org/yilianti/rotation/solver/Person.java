package org.yilianti.rotation.solver;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A member of staff as the planner sees one.
 *
 * @param homeSite duties anywhere else are away; need not be a site of the problem
 * @param options what the lawful-practice decision allows; nothing else is ever assigned
 * @param targetMinutes minutes the contract expects in the horizon, the yardstick of a fair load; at least 1
 * @param outsideWeeklyMinutes per site other than home, the most minutes a week its agreement allows; sites not named have no
 *     cap, sites that are not part of the problem do not matter
 * @param daysOff leave: days no duty may touch, not even the end of a night
 */
public record Person(
        String id,
        String homeSite,
        LawfulOptions options,
        Limits limits,
        int targetMinutes,
        Map<String, Integer> outsideWeeklyMinutes,
        Set<Integer> daysOff,
        History history,
        List<Wish> wishes) {

    public Person {
        outsideWeeklyMinutes = Map.copyOf(outsideWeeklyMinutes);
        daysOff = Set.copyOf(daysOff);
        wishes = List.copyOf(wishes);
        if (targetMinutes < 1) {
            throw new IllegalArgumentException(id + ": the target must be at least a minute, not " + targetMinutes);
        }
    }

    /** Somebody with the standard limits, 160 h as the target, and nothing special. */
    public static Person of(String id, String homeSite, LawfulOptions options) {
        return new Person(
                id, homeSite, options, Limits.standard(), 9_600, Map.of(), Set.of(), History.none(), List.of());
    }

    public Person withLimits(Limits other) {
        return new Person(id, homeSite, options, other, targetMinutes, outsideWeeklyMinutes, daysOff, history, wishes);
    }

    public Person withTargetMinutes(int minutes) {
        return new Person(id, homeSite, options, limits, minutes, outsideWeeklyMinutes, daysOff, history, wishes);
    }

    public Person withOutsideWeeklyMinutes(Map<String, Integer> caps) {
        return new Person(id, homeSite, options, limits, targetMinutes, caps, daysOff, history, wishes);
    }

    public Person withDaysOff(Set<Integer> days) {
        return new Person(id, homeSite, options, limits, targetMinutes, outsideWeeklyMinutes, days, history, wishes);
    }

    public Person withHistory(History past) {
        return new Person(id, homeSite, options, limits, targetMinutes, outsideWeeklyMinutes, daysOff, past, wishes);
    }

    public Person withWishes(List<Wish> others) {
        return new Person(id, homeSite, options, limits, targetMinutes, outsideWeeklyMinutes, daysOff, history, others);
    }
}
