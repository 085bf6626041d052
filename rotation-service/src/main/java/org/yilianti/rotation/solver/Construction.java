package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Builds the first plan: pins, then what of a starting plan is permitted, then the lines of all others one after the other, each as well
 * as it can be against the cover the earlier ones leave. Keeps every hard rule, so its plan is feasible however little it covers.
 */
final class Construction {

    private final Model model;
    private final Row[] rows;
    private final Roster roster;
    private final List<RefusedPin> refusedPins = new ArrayList<>();

    private Construction(Model model) {
        this.model = model;
        Automaton.compileAll(model);
        roster = new Roster(model);
        rows = new Row[model.people];
        for (int person = 0; person < rows.length; person++) {
            rows[person] = new Row(model, person);
        }
    }

    /** The start of a search. */
    record Start(Roster roster, List<RefusedPin> refusedPins) {}

    static Start start(Model model) {
        var construction = new Construction(model);
        construction.placePins();
        construction.placeStartingPlan();
        construction.fillLines();
        construction.roster.begin();
        return new Start(construction.roster, List.copyOf(construction.refusedPins));
    }

    private void placePins() {
        for (Assignment pin : model.problem.pins()) {
            int person = model.personIds.position(pin.person());
            int type = model.typeIds.position(pin.shiftType());
            model.slot(pin.day(), type);
            if (roster.isFixed(person, pin.day()) && rows[person].cells[pin.day()] == type) {
                continue;
            }
            var violations = RuleBook.violations(rows[person], pin.day(), type);
            if (violations.isEmpty()) {
                rows[person].put(pin.day(), type);
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
            if (RuleBook.permits(rows[person], duty.day(), type)) {
                rows[person].put(duty.day(), type);
            }
        }
    }

    /**
     * Lays the rows with duties; people without any are planned after them, in a random order that is always the same.
     * A plan that is gone on from may have left them out on purpose: what they get then makes it no worse.
     */
    private void fillLines() {
        boolean[] started = new boolean[model.people];
        for (Assignment duty : model.problem.startingPlan()) {
            started[model.personIds.position(duty.person())] = true;
        }
        for (Row row : rows) {
            roster.lift(row.person, 0, model.days);
            roster.lay(row.person, 0, model.days, row.cells);
            roster.begin();
        }
        var random = new SplittableRandom(model.people);
        int[] order = new int[model.people];
        for (int i = 0; i < order.length; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        var replanner = new Replanner(roster, random);
        boolean goesOn = !model.problem.startingPlan().isEmpty();
        Arrays.stream(order).filter(person -> !started[person]).forEach(person -> {
            long before = roster.cost();
            replanner.fill(person);
            if (goesOn && roster.cost() > before) {
                roster.rollback();
            }
            roster.begin();
        });
    }
}
