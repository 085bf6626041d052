package org.yilianti.rotation.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilianti.rotation.solver.CoverDemand;
import org.yilianti.rotation.solver.CoverWeights;
import org.yilianti.rotation.solver.FairnessWeights;
import org.yilianti.rotation.solver.Horizon;
import org.yilianti.rotation.solver.LawfulOptions;
import org.yilianti.rotation.solver.Least;
import org.yilianti.rotation.solver.Limits;
import org.yilianti.rotation.solver.Person;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.ShiftType;
import org.yilianti.rotation.solver.Wish;

/** Says an instance in the product's own words: shift types, limits of people, leave, wishes, cover with weights. */
final class InstanceProblem {

    private static final String SITE = "ward";

    /** Instances know no calendar, only that they begin on a Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private final InstanceFile file;
    private final Horizon horizon;
    private final List<ShiftType> types;

    private InstanceProblem(InstanceFile file) {
        this.file = file;
        horizon = new Horizon(MONDAY, file.days());
        types = file.section("SHIFTS").stream().map(InstanceProblem::shiftType).toList();
    }

    static RosterProblem of(InstanceFile file) {
        var instance = new InstanceProblem(file);
        return RosterProblem.of(instance.horizon, List.of(SITE), instance.types, instance.demands(), instance.people())
                .withFairness(FairnessWeights.none());
    }

    /** {@code ID, minutes, forbidden successors}. */
    private static ShiftType shiftType(String[] fields) {
        Set<String> forbidden = fields.length < 3 || fields[2].isBlank()
                ? Set.of()
                : new HashSet<>(Arrays.asList(fields[2].strip().split("\\|")));
        return new ShiftType(fields[0], SITE, 0, Integer.parseInt(fields[1]), false, forbidden);
    }

    private List<Person> people() {
        var leave = new HashMap<String, Set<Integer>>();
        for (String[] fields : file.section("DAYS_OFF")) {
            for (int i = 1; i < fields.length; i++) {
                leave.computeIfAbsent(fields[0], id -> new HashSet<>()).add(Integer.parseInt(fields[i].strip()));
            }
        }
        var wishes = new HashMap<String, List<Wish>>();
        readWishes("SHIFT_ON_REQUESTS", true, wishes);
        readWishes("SHIFT_OFF_REQUESTS", false, wishes);
        var options = LawfulOptions.all(horizon, types);
        return file.section("STAFF").stream()
                .map(fields -> Person.of(fields[0], SITE, options)
                        .withLimits(limits(fields))
                        .withDaysOff(leave.getOrDefault(fields[0], Set.of()))
                        .withWishes(wishes.getOrDefault(fields[0], List.of())))
                .toList();
    }

    /** {@code ID, MaxShifts, MaxMinutes, MinMinutes, MaxConsecutive, MinConsecutive, MinConsecutiveDaysOff, MaxWeekends}. */
    private static Limits limits(String[] fields) {
        var most = new HashMap<String, Integer>();
        for (String limit : fields[1].split("\\|")) {
            if (!limit.isBlank()) {
                String[] pair = limit.strip().split("=");
                most.put(pair[0], Integer.parseInt(pair[1]));
            }
        }
        int[] numbers = Arrays.stream(fields)
                .skip(2)
                .mapToInt(field -> Integer.parseInt(field.strip()))
                .toArray();
        return Limits.none()
                .withDutiesPerType(most)
                .withMinutesInHorizon(numbers[0])
                .withConsecutive(numbers[2], Limits.UNLIMITED)
                .withWeekends(numbers[5])
                .withLeast(new Least(numbers[1], numbers[3], numbers[4]));
    }

    /** {@code person, day, shift type, weight}. */
    private void readWishes(String section, boolean wanted, Map<String, List<Wish>> wishes) {
        for (String[] fields : file.section(section)) {
            var wish = new Wish(Integer.parseInt(fields[1]), fields[2], wanted, Integer.parseInt(fields[3]));
            wishes.computeIfAbsent(fields[0], id -> new ArrayList<>()).add(wish);
        }
    }

    /** {@code day, shift type, heads, weight of a missing head, weight of a surplus head}; what is not named costs nothing. */
    private List<CoverDemand> demands() {
        var demands = new LinkedHashMap<List<Object>, CoverDemand>();
        for (int day = 0; day < horizon.days(); day++) {
            for (ShiftType type : types) {
                demands.put(List.of(day, type.id()), new CoverDemand(day, type.id(), 0, 0, new CoverWeights(0, 0, 0)));
            }
        }
        for (String[] fields : file.section("COVER")) {
            int day = Integer.parseInt(fields[0]);
            var weights = new CoverWeights(0, Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
            int heads = Integer.parseInt(fields[2]);
            demands.put(List.of(day, fields[1]), new CoverDemand(day, fields[1], 0, heads, weights));
        }
        return List.copyOf(demands.values());
    }
}
