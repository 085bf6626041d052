package org.yilianti.rotation.solver;

import java.util.SplittableRandom;

/**
 * The moves of the search. Each tries one change of the roster and answers whether it made one; a change that is made is permitted by
 * every hard rule, one that is not leaves only what {@link Roster#rollback()} takes back.
 */
final class Moves {

    private static final int LONGEST_BLOCK = 10;

    private final Roster roster;
    private final Model model;
    private final SplittableRandom random;
    private final WindowSearch window;
    private final int[] ones = new int[LONGEST_BLOCK];
    private final int[] others = new int[LONGEST_BLOCK];

    Moves(Roster roster, SplittableRandom random) {
        this.roster = roster;
        this.random = random;
        model = roster.model;
        window = new WindowSearch(roster);
    }

    /** A random move from the mix; the exact ones cost some hundred times more and come rarely. */
    boolean any() {
        int dice = random.nextInt(1_000);
        if (dice < 300) {
            return fillShortSlot();
        }
        if (dice < 800) {
            return exchangeBlock();
        }
        if (dice < 994) {
            return changeDay();
        }
        return dice < 997 ? replanOne() : replanTwo();
    }

    /** Gives a short slot to a random candidate, from another duty of that day or, sometimes, by re-planning the days around. */
    boolean fillShortSlot() {
        if (roster.shortSlots.size() == 0) {
            return exchangeBlock();
        }
        int slot = roster.shortSlots.get(random.nextInt(roster.shortSlots.size()));
        int day = slot / model.types;
        int type = slot % model.types;
        int person = candidate(type);
        if (person < 0 || roster.isFixed(person, day) || !model.profiles[person].options.permits(day, type)) {
            return false;
        }
        var row = roster.rows[person];
        if (row.cells[day] == type) {
            return false;
        }
        if (row.cells[day] != Model.FREE) {
            roster.clear(person, day);
        }
        if (RuleBook.permits(row, day, type)) {
            roster.put(person, day, type);
            return true;
        }
        return random.nextInt(8) == 0 && force(person, day, type);
    }

    /** Puts the duty after clearing the days around it, then re-plans those. */
    private boolean force(int person, int day, int type) {
        int from = Math.max(0, day - 1 - random.nextInt(4));
        int to = Math.min(model.days, day + 2 + random.nextInt(4));
        clearWindow(person, from, to);
        if (!RuleBook.permits(roster.rows[person], day, type)) {
            return false;
        }
        roster.put(person, day, type);
        window.replan(person, from, to);
        return true;
    }

    /** Two people exchange what they have on one day or several in a row. */
    boolean exchangeBlock() {
        int one = random.nextInt(model.people);
        int from = random.nextInt(model.days);
        int type = roster.rows[one].cells[from];
        if (type == Model.FREE) {
            int[] options = model.profiles[one].optionsOfDay[from];
            if (options.length == 0) {
                return false;
            }
            type = options[random.nextInt(options.length)];
        }
        int other = candidate(type);
        int length = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(LONGEST_BLOCK);
        return other >= 0 && other != one && exchange(one, other, from, Math.min(model.days, from + length));
    }

    private boolean exchange(int one, int other, int from, int to) {
        boolean differ = false;
        for (int day = from; day < to; day++) {
            int mine = roster.rows[one].cells[day];
            int theirs = roster.rows[other].cells[day];
            ones[day - from] = mine;
            others[day - from] = theirs;
            if (mine == theirs) {
                continue;
            }
            if (roster.isFixed(one, day) || roster.isFixed(other, day)) {
                return false;
            }
            differ = true;
            clear(one, day);
            clear(other, day);
        }
        return differ && place(one, others, ones, from, to) && place(other, ones, others, from, to);
    }

    private boolean place(int person, int[] contents, int[] unless, int from, int to) {
        for (int day = from; day < to; day++) {
            int type = contents[day - from];
            if (type == Model.FREE || type == unless[day - from]) {
                continue;
            }
            if (!RuleBook.permits(roster.rows[person], day, type)) {
                return false;
            }
            roster.put(person, day, type);
        }
        return true;
    }

    /** Gives one day of one person another content: assigns, frees or changes the duty. */
    boolean changeDay() {
        int person = random.nextInt(model.people);
        int day = random.nextInt(model.days);
        int[] options = model.profiles[person].optionsOfDay[day];
        if (options.length == 0 || roster.isFixed(person, day)) {
            return false;
        }
        int before = roster.rows[person].cells[day];
        int pick = random.nextInt(options.length + 1);
        int type = pick == options.length ? Model.FREE : options[pick];
        if (type == before) {
            return false;
        }
        clear(person, day);
        if (type == Model.FREE) {
            return true;
        }
        if (!RuleBook.permits(roster.rows[person], day, type)) {
            return false;
        }
        roster.put(person, day, type);
        return true;
    }

    /** Re-plans a window of one person exactly. */
    boolean replanOne() {
        int person = nearShortage();
        int from = random.nextInt(model.days);
        int to = Math.min(model.days, from + 4 + random.nextInt(7));
        clearWindow(person, from, to);
        window.replan(person, from, to);
        return true;
    }

    /** Clears the same window of two people and re-plans it exactly for one after the other. */
    boolean replanTwo() {
        int one = nearShortage();
        int from = random.nextInt(model.days);
        int to = Math.min(model.days, from + 3 + random.nextInt(6));
        int type = roster.rows[one].cells[from];
        int other = type == Model.FREE ? random.nextInt(model.people) : candidate(type);
        if (one == other) {
            return false;
        }
        clearWindow(one, from, to);
        clearWindow(other, from, to);
        window.replan(other, from, to);
        window.replan(one, from, to);
        return true;
    }

    private int nearShortage() {
        if (roster.shortSlots.size() > 0 && random.nextBoolean()) {
            int slot = roster.shortSlots.get(random.nextInt(roster.shortSlots.size()));
            int person = candidate(slot % model.types);
            if (person >= 0) {
                return person;
            }
        }
        return random.nextInt(model.people);
    }

    private int candidate(int type) {
        int[] all = model.candidates[type];
        return all.length == 0 ? -1 : all[random.nextInt(all.length)];
    }

    private void clear(int person, int day) {
        if (roster.rows[person].cells[day] != Model.FREE) {
            roster.clear(person, day);
        }
    }

    private void clearWindow(int person, int from, int to) {
        for (int day = from; day < to; day++) {
            if (!roster.isFixed(person, day)) {
                clear(person, day);
            }
        }
    }
}
