package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The plan a search works on: rows, cover counts and the total cost, all kept up to date by each change, and a journal to take the
 * changes of a rejected move back. Not safe for several threads.
 */
final class Roster {

    final Model model;
    final Row[] rows;
    final int[] cover;
    /** Slots below their desired number. */
    final SlotSet shortSlots;

    private final BitSet fixed;
    private long cost;
    private int[] journal = new int[192];
    private int journalled;

    Roster(Model model) {
        this(model, new BitSet(model.people * model.days));
    }

    private Roster(Model model, BitSet fixed) {
        this.model = model;
        this.fixed = fixed;
        rows = new Row[model.people];
        cover = new int[model.demand.length];
        shortSlots = new SlotSet(cover.length);
        for (int person = 0; person < rows.length; person++) {
            rows[person] = new Row(model, person);
            cost += rows[person].cost();
        }
        for (int slot = 0; slot < cover.length; slot++) {
            cost += model.demand[slot].cost(0);
            shortSlots.set(slot, model.demand[slot].desired() > 0);
        }
    }

    /** An independent plan with the same content and pins. */
    Roster copy() {
        var other = new Roster(model, fixed);
        other.adopt(cells());
        return other;
    }

    long cost() {
        return cost;
    }

    boolean isFixed(int person, int day) {
        return fixed.get(person * model.days + day);
    }

    /** Pins what this person has on this day; only while the plan is built. */
    void fix(int person, int day) {
        fixed.set(person * model.days + day);
    }

    /** The change of the cover cost if one more were assigned. */
    long coverDelta(int slot) {
        return model.demand[slot].cost(cover[slot] + 1) - model.demand[slot].cost(cover[slot]);
    }

    void put(int person, int day, int type) {
        change(person, day, type);
        journal(person, day, Model.FREE);
    }

    void clear(int person, int day) {
        int type = rows[person].cells[day];
        change(person, day, Model.FREE);
        journal(person, day, type);
    }

    /** Starts a move: what follows can be taken back. */
    void begin() {
        journalled = 0;
    }

    /** Takes back everything since {@link #begin()}. */
    void rollback() {
        while (journalled > 0) {
            journalled -= 3;
            change(journal[journalled], journal[journalled + 1], journal[journalled + 2]);
        }
    }

    /** How many persons' cells were touched since {@link #begin()}; the persons may repeat. */
    int touched() {
        return journalled / 3;
    }

    int touchedPerson(int index) {
        return journal[index * 3];
    }

    private void journal(int person, int day, int before) {
        if (journalled + 3 > journal.length) {
            journal = Arrays.copyOf(journal, journal.length * 2);
        }
        journal[journalled++] = person;
        journal[journalled++] = day;
        journal[journalled++] = before;
    }

    /** Frees the day (type −1), or puts a duty on a free day. */
    private void change(int person, int day, int type) {
        var row = rows[person];
        cost -= row.cost();
        if (type == Model.FREE) {
            count(day * model.types + row.cells[day], -1);
            row.clear(day);
        } else {
            count(day * model.types + type, 1);
            row.put(day, type);
        }
        cost += row.cost();
    }

    private void count(int slot, int step) {
        var demand = model.demand[slot];
        cost -= demand.cost(cover[slot]);
        cover[slot] += step;
        cost += demand.cost(cover[slot]);
        shortSlots.set(slot, cover[slot] < demand.desired());
    }

    /** The content as one array, {@code person * days + day}. */
    int[] cells() {
        int[] all = new int[model.people * model.days];
        for (Row row : rows) {
            System.arraycopy(row.cells, 0, all, row.person * model.days, model.days);
        }
        return all;
    }

    /** Takes over the content of another plan of the same problem. */
    void adopt(int[] cells) {
        for (int person = 0; person < model.people; person++) {
            for (int day = 0; day < model.days; day++) {
                int wanted = cells[person * model.days + day];
                int present = rows[person].cells[day];
                if (present != wanted && present != Model.FREE) {
                    change(person, day, Model.FREE);
                }
                if (present != wanted && wanted != Model.FREE) {
                    change(person, day, wanted);
                }
            }
        }
        journalled = 0;
    }

    /** The assignments of an array made by {@link #cells()}, in order. */
    static List<Assignment> assignments(Model model, int[] cells) {
        var all = new ArrayList<Assignment>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] != Model.FREE) {
                all.add(model.assignment(cell / model.days, cell % model.days, cells[cell]));
            }
        }
        all.sort(null);
        return all;
    }
}
