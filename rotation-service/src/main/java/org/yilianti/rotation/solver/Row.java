package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * One person's schedule: the content of each day and the counters the rules ask for. Every hard rule and every soft rule but cover
 * is a function of one row, so rows can be exchanged between plans without breaking a rule.
 */
final class Row {

    final Model model;
    final Profile profile;
    final int person;
    final int[] cells;
    int minutes;
    int nights;
    int weekends;
    private long cellCosts;

    Row(Model model, int person) {
        this.model = model;
        this.person = person;
        profile = model.profiles[person];
        cells = new int[model.days];
        Arrays.fill(cells, Model.FREE);
        for (int day = 0; day < model.days; day++) {
            cellCosts += cellCost(day, Model.FREE);
        }
    }

    /** Puts a duty on a free day; permission is the caller's business. */
    void put(int day, int type) {
        if (model.weekendOf[day] >= 0 && !worksWeekendOf(day)) {
            weekends++;
        }
        cells[day] = type;
        minutes += model.length[type];
        nights += model.night[type] ? 1 : 0;
        cellCosts += cellCost(day, type) - cellCost(day, Model.FREE);
    }

    /** Frees a day that has a duty. */
    void clear(int day) {
        int type = cells[day];
        cells[day] = Model.FREE;
        minutes -= model.length[type];
        nights -= model.night[type] ? 1 : 0;
        cellCosts += cellCost(day, Model.FREE) - cellCost(day, type);
        if (model.weekendOf[day] >= 0 && !worksWeekendOf(day)) {
            weekends--;
        }
    }

    /** The soft cost of this row: constant time from the counters, and a walk over the days where runs have a least length. */
    long cost() {
        var weights = model.problem.fairness();
        return cellCosts
                + weights.night() * triangle(nights)
                + weights.weekend() * triangle(weekends)
                + load(weights.load(), minutes, profile.target)
                + LeastNumbers.cost(this);
    }

    /** Wishes and travel of one day with this content. */
    int cellCost(int day, int type) {
        return profile.cellCost(model, day, type);
    }

    /** How many duties of this type the row holds. */
    int count(int type) {
        int count = 0;
        for (int content : cells) {
            count += content == type ? 1 : 0;
        }
        return count;
    }

    /** 1 + 2 + … + n. */
    static long triangle(int n) {
        return (long) n * (n + 1) / 2;
    }

    /** weight × minutes² ÷ (480 × target), rounded down: the weight times the duties of 8 h times the share of the target reached. */
    static long load(int weight, int minutes, int target) {
        return (long) weight * minutes * minutes / (480L * target);
    }

    boolean worksWeekendOf(int day) {
        int weekend = model.weekendOf[day];
        for (int near = Math.max(0, day - 1); near <= Math.min(model.days - 1, day + 1); near++) {
            if (cells[near] != Model.FREE && model.weekendOf[near] == weekend) {
                return true;
            }
        }
        return false;
    }

    boolean worksNight(int day) {
        return cells[day] != Model.FREE && model.night[cells[day]];
    }

    /** Minutes in the week of a day, at one site or, for site −1, at all; with what was worked before the horizon. */
    int weekMinutes(int day, int site) {
        int week = model.weekOf[day];
        int sum = 0;
        if (week == 0) {
            sum = site < 0 ? profile.minutesBefore : profile.siteMinutesBefore[site];
        }
        int first = day;
        while (first > 0 && model.weekOf[first - 1] == week) {
            first--;
        }
        for (int near = first; near < model.days && model.weekOf[near] == week; near++) {
            int type = cells[near];
            if (type != Model.FREE && (site < 0 || model.site[type] == site)) {
                sum += model.length[type];
            }
        }
        return sum;
    }

    /** The last day before this one that has a duty, or −1. */
    int dutyBefore(int day) {
        int before = day - 1;
        while (before >= 0 && cells[before] == Model.FREE) {
            before--;
        }
        return before;
    }

    /** The next day after this one that has a duty, or the number of days. */
    int dutyAfter(int day) {
        int after = day + 1;
        while (after < cells.length && cells[after] == Model.FREE) {
            after++;
        }
        return after;
    }
}
