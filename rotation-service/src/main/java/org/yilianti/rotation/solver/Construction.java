package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds the first plan: pins, then what of a starting plan is permitted, then day by day the scarcest shift types first, each head
 * given to the person for whom it costs least. Adds only what every hard rule permits, so its plan is feasible however little it covers.
 */
final class Construction {

    private final Model model;
    private final Roster roster;
    private final List<RefusedPin> refusedPins = new ArrayList<>();

    private Construction(Model model) {
        this.model = model;
        roster = new Roster(model);
    }

    /** The start of a search. */
    record Start(Roster roster, List<RefusedPin> refusedPins) {}

    static Start start(Model model) {
        var construction = new Construction(model);
        construction.placePins();
        construction.placeStartingPlan();
        for (int day = 0; day < model.days; day++) {
            construction.coverDay(day);
        }
        construction.roster.begin();
        return new Start(construction.roster, List.copyOf(construction.refusedPins));
    }

    private void placePins() {
        for (Assignment pin : model.problem.pins()) {
            int person = model.personIds.position(pin.person());
            int type = model.typeIds.position(pin.shiftType());
            model.slot(pin.day(), type);
            if (roster.isFixed(person, pin.day()) && roster.rows[person].cells[pin.day()] == type) {
                continue;
            }
            var violations = RuleBook.violations(roster.rows[person], pin.day(), type);
            if (violations.isEmpty()) {
                put(person, pin.day(), type);
                roster.fix(person, pin.day());
            } else {
                refusedPins.add(new RefusedPin(pin, violations));
            }
        }
    }

    private void placeStartingPlan() {
        for (Assignment duty : model.problem.startingPlan()) {
            int person = model.personIds.position(duty.person());
            int type = model.typeIds.position(duty.shiftType());
            model.slot(duty.day(), type);
            if (RuleBook.permits(roster.rows[person], duty.day(), type)) {
                put(person, duty.day(), type);
            }
        }
    }

    private void put(int person, int day, int type) {
        roster.begin();
        roster.put(person, day, type);
    }

    private void coverDay(int day) {
        int[] order = byScarcity(day);
        for (int type : order) {
            cover(day, type, model.demand[day * model.types + type].minimum());
        }
        for (int type : order) {
            cover(day, type, model.demand[day * model.types + type].desired());
        }
    }

    /** Shift types in ascending order of free lawful people per wanted head. */
    private int[] byScarcity(int day) {
        long[] keys = new long[model.types];
        int[] free = new int[model.types];
        for (Row row : roster.rows) {
            if (row.cells[day] == Model.FREE) {
                for (int type : row.profile.optionsOfDay[day]) {
                    free[type]++;
                }
            }
        }
        for (int type = 0; type < model.types; type++) {
            int wanted = Math.max(1, model.demand[day * model.types + type].desired());
            keys[type] = (((long) free[type] * 1_000 / wanted) << 16) | type;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & 0xFFFF)).toArray();
    }

    private void cover(int day, int type, int heads) {
        int slot = day * model.types + type;
        if (roster.cover[slot] >= heads) {
            return;
        }
        long[] ranked = rank(day, type);
        for (int i = 0; i < ranked.length && roster.cover[slot] < heads; i++) {
            int person = (int) (ranked[i] & 0xFFFFFF);
            roster.begin();
            long before = roster.cost();
            roster.put(person, day, type);
            if (roster.cost() >= before) {
                roster.rollback();
            }
        }
    }

    /** Permitted people, the cheapest first; equal costs by share of the target reached, then by position. */
    private long[] rank(int day, int type) {
        long[] keys = new long[model.candidates[type].length];
        int count = 0;
        for (int person : model.candidates[type]) {
            var row = roster.rows[person];
            if (row.cells[day] == Model.FREE && RuleBook.permits(row, day, type)) {
                keys[count++] = (preference(row, day, type) << 24) | person;
            }
        }
        keys = Arrays.copyOf(keys, count);
        Arrays.sort(keys);
        return keys;
    }

    private long preference(Row row, int day, int type) {
        long before = row.cost();
        row.put(day, type);
        long delta = row.cost() - before;
        row.clear(day);
        boolean goesOn = model.night[type] && day > 0 && row.worksNight(day - 1);
        long permille = Math.min(4_000, 1_000L * row.minutes / row.profile.target);
        long versatility = row.profile.optionsOfDay[day].length;
        return (delta * 200 + permille + versatility * 10) - (goesOn ? 100_000 : 0);
    }
}
