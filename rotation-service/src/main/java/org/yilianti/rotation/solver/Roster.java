package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The plan a search works on: a {@link Line} per person, cover counts and the total cost, all kept up to date by each change, and a
 * journal to take the changes of a rejected move back. Every line keeps every hard rule at any time. Not safe for several threads.
 *
 * <p>A window of days is changed in two steps: {@link #lift} takes its duties out of the cover, {@link #lay} puts others in their place.
 */
final class Roster {

    final Model model;
    final Line[] lines;
    final int[] cover;
    /** Slots below their desired number. */
    final SlotSet shortSlots;
    /** Slots above their desired number where that costs something. */
    final SlotSet overSlots;

    private final BitSet fixed;
    private long cost;
    private int[] journal = new int[256];
    private int journalled;
    private final int[] scratch;

    Roster(Model model) {
        this(model, new BitSet(model.people * model.days));
    }

    private Roster(Model model, BitSet fixed) {
        this.model = model;
        this.fixed = fixed;
        lines = new Line[model.people];
        cover = new int[model.demand.length];
        shortSlots = new SlotSet(cover.length);
        overSlots = new SlotSet(cover.length);
        scratch = new int[model.days];
        for (int person = 0; person < lines.length; person++) {
            lines[person] = new Line(model, person);
            cost += lines[person].cost();
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
        var demand = model.demand[slot];
        int heads = cover[slot];
        if (heads >= demand.desired()) {
            return demand.weights().aboveDesired();
        }
        return -(long) demand.weights().belowDesired()
                - (heads < demand.minimum() ? demand.weights().belowMinimum() : 0);
    }

    /** Takes the duties of the days from {@code from} (inclusive) to {@code to} (exclusive) out of the cover. */
    void lift(int person, int from, int to) {
        int[] cells = lines[person].cells;
        for (int day = from; day < to; day++) {
            if (cells[day] != Model.FREE) {
                count(day * model.types + cells[day], -1);
            }
        }
    }

    /** Gives the lifted days this content, which every hard rule must permit. */
    void lay(int person, int from, int to, int[] content) {
        var line = lines[person];
        journal(line, from, to);
        cost -= line.cost();
        line.set(from, to, content);
        cost += line.cost();
        for (int day = from; day < to; day++) {
            if (content[day - from] != Model.FREE) {
                count(day * model.types + content[day - from], 1);
            }
        }
    }

    /** Puts lifted days back as they are. */
    void settle(int person, int from, int to) {
        int[] cells = lines[person].cells;
        for (int day = from; day < to; day++) {
            if (cells[day] != Model.FREE) {
                count(day * model.types + cells[day], 1);
            }
        }
    }

    /** Starts a move: what is laid from now on can be taken back. */
    void begin() {
        journalled = 0;
    }

    /** Takes back everything laid since {@link #begin()}. */
    void rollback() {
        int end = journalled;
        while (end > 0) {
            int days = journal[end - 1];
            int from = journal[end - 2];
            int person = journal[end - 3];
            int begin = end - 3 - days;
            System.arraycopy(journal, begin, scratch, 0, days);
            lift(person, from, from + days);
            lay(person, from, from + days, scratch);
            end = begin;
        }
        journalled = 0;
    }

    /** Calls back with each person touched since {@link #begin()}; persons may repeat. */
    void touched(IntConsumer person) {
        for (int end = journalled; end > 0; end -= 3 + journal[end - 1]) {
            person.accept(journal[end - 3]);
        }
    }

    private void journal(Line line, int from, int to) {
        int days = to - from;
        if (journalled + days + 3 > journal.length) {
            journal = Arrays.copyOf(journal, 2 * (journal.length + days));
        }
        System.arraycopy(line.cells, from, journal, journalled, days);
        journalled += days;
        journal[journalled++] = line.person;
        journal[journalled++] = from;
        journal[journalled++] = days;
    }

    private void count(int slot, int step) {
        cost -= step < 0 ? coverStep(slot, cover[slot] - 1) : 0;
        cost += step > 0 ? coverStep(slot, cover[slot]) : 0;
        cover[slot] += step;
        var demand = model.demand[slot];
        shortSlots.set(slot, cover[slot] < demand.desired());
        overSlots.set(slot, cover[slot] > demand.desired() && demand.weights().aboveDesired() > 0);
    }

    /** The change of the cover cost from so many heads to one more. */
    private long coverStep(int slot, int heads) {
        var demand = model.demand[slot];
        return demand.cost(heads + 1) - demand.cost(heads);
    }

    /** The content as one array, {@code person * days + day}. */
    int[] cells() {
        int[] all = new int[model.people * model.days];
        for (Line line : lines) {
            System.arraycopy(line.cells, 0, all, line.person * model.days, model.days);
        }
        return all;
    }

    /** Lays the lines of these people as they are in another plan of the same problem. */
    void take(Roster other, int[] people) {
        for (int person : people) {
            int[] cells = other.lines[person].cells;
            if (!Arrays.equals(cells, lines[person].cells)) {
                lift(person, 0, model.days);
                lay(person, 0, model.days, cells);
            }
        }
    }

    /** Takes over the content of another plan of the same problem. */
    void adopt(int[] cells) {
        for (int person = 0; person < model.people; person++) {
            System.arraycopy(cells, person * model.days, scratch, 0, model.days);
            if (!Arrays.equals(scratch, lines[person].cells)) {
                begin();
                lift(person, 0, model.days);
                lay(person, 0, model.days, scratch);
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
