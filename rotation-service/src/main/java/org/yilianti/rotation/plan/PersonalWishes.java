package org.yilianti.rotation.plan;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.yilianti.rotation.fairness.Burden;
import org.yilianti.rotation.roster.RosterPolicy;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.solver.Wish;
import org.yilianti.rotation.wish.RosterWish;

/**
 * A person's wishes as the solver hears them: those the person submitted, and those that speak for a person who carried more than others.
 *
 * @param carried what exceeds the least burdened candidate
 */
record PersonalWishes(Horizon horizon, RosterPolicy policy, List<RosterWish> submitted, Burden carried) {

    /** A burden counts up to this number: beyond it, it would outweigh the need for people. */
    private static final int MOST = 10;

    List<Wish> wishes(UUID home, List<ShiftType> types, LawfulOptions options) {
        List<Wish> wishes = new ArrayList<>();
        submitted.forEach(wish -> add(wish, types, wishes));
        int[] weights = types.stream()
                .mapToInt(type -> nightAndTravelWeight(type, home.toString()))
                .toArray();
        boolean anyWeight = Arrays.stream(weights).anyMatch(weight -> weight > 0);
        for (int day = 0; day < horizon.days(); day++) {
            weekendsAndHolidays(day, wishes);
            for (int type = 0; anyWeight && type < weights.length; type++) {
                if (weights[type] > 0 && options.permits(day, type)) {
                    wishes.add(Wish.notToWork(day, types.get(type).id(), weights[type]));
                }
            }
        }
        return wishes;
    }

    private void add(RosterWish wish, List<ShiftType> types, List<Wish> wishes) {
        int weight = wish.weight() * policy.wishWeight() * (1 + Math.min(2, carried.refusedWishes()));
        String key = wish.shift() == null ? null : wish.institutionId() + "/" + wish.shift();
        if (key == null || types.stream().anyMatch(type -> type.id().equals(key))) {
            wishes.add(new Wish(horizon.day(wish.date()), key, wish.wanted(), weight));
        }
    }

    private void weekendsAndHolidays(int day, List<Wish> wishes) {
        var date = horizon.date(day);
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        int weight = weekend ? (counted(carried.weekends()) * policy.weekendWeight() + 1) / 2 : 0;
        if (policy.publicHolidays().contains(date)) {
            weight += (counted(carried.holidays()) + 1) * policy.holidayWeight();
        }
        if (weight > 0) {
            wishes.add(Wish.toBeFree(day, weight));
        }
    }

    private int nightAndTravelWeight(ShiftType type, String home) {
        int weight = type.night() ? counted(carried.nights()) * policy.nightWeight() : 0;
        return type.site().equals(home) ? weight : weight + counted(carried.away()) * policy.awayWeight();
    }

    private static int counted(int number) {
        return Math.min(MOST, number);
    }
}
