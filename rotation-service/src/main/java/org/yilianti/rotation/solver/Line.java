package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * One person's schedule in the form the search changes: contents, the {@link Automaton}'s state on each morning, and the counters of what
 * is limited over longer times. {@link Row} is the plain form of the same that scorer and explanations use; tests compare the two.
 */
final class Line {

    final Model model;
    final Profile profile;
    final int person;
    final int[] cells;
    /** The state on the morning of each day, and on the morning after the last. */
    final int[] states;

    /** Duties per shift type; empty where no type is limited. */
    final int[] counts;

    int minutes;
    int nights;
    int weekends;
    private final int[] dayCosts;
    private long cellCosts;
    private long orderCosts;
    private long cost;

    Line(Model model, int person) {
        this.model = model;
        this.person = person;
        profile = model.profiles[person];
        cells = new int[model.days];
        states = new int[model.days + 1];
        dayCosts = new int[model.days];
        counts = new int[profile.mostOfType.length];
        Arrays.fill(cells, Model.FREE);
        states[0] = profile.startState;
        for (int day = 0; day < model.days; day++) {
            cellCosts += profile.cellCost(model, day, Model.FREE);
        }
        walk(0, model.days);
        cost = sum();
    }

    /** The soft cost of this line: all but cover. */
    long cost() {
        return cost;
    }

    /** What is missing to least numbers, as a cost; a line without any must not get any. */
    long shortfall() {
        return orderCosts + profile.limits.least().costOfMinutes(minutes);
    }

    /** What this day costs for runs that were too short before it. */
    int orderCost(int day) {
        return dayCosts[day];
    }

    private long sum() {
        var weights = model.problem.fairness();
        return cellCosts
                + weights.night() * Row.triangle(nights)
                + weights.weekend() * Row.triangle(weekends)
                + Row.load(weights.load(), minutes, profile.target)
                + shortfall();
    }

    /** Gives the days from {@code from} (inclusive) to {@code to} (exclusive) this content. */
    void set(int from, int to, int[] content) {
        weekends -= weekendsTouching(from, to);
        for (int day = from; day < to; day++) {
            int before = cells[day];
            int after = content[day - from];
            if (before != after) {
                count(before, -1);
                count(after, 1);
                cellCosts += profile.cellCost(model, day, after) - profile.cellCost(model, day, before);
                cells[day] = after;
            }
        }
        weekends += weekendsTouching(from, to);
        walk(from, to);
        cost = sum();
    }

    private void count(int type, int step) {
        if (type != Model.FREE) {
            minutes += step * model.length[type];
            nights += model.night[type] ? step : 0;
            if (counts.length > 0) {
                counts[type] += step;
            }
        }
    }

    /** Whether this is the free day of a weekend with a duty on the other. */
    boolean isHalfWeekend(int day) {
        int weekend = model.weekendOf[day];
        return weekend >= 0 && cells[day] == Model.FREE && (works(weekend, day - 1) || works(weekend, day + 1));
    }

    private boolean works(int weekend, int day) {
        return day >= 0 && day < model.days && model.weekendOf[day] == weekend && cells[day] != Model.FREE;
    }

    /** Worked weekends that have a day in or beside the window. */
    int weekendsTouching(int from, int to) {
        int found = 0;
        int last = -1;
        for (int day = Math.max(0, from - 1); day <= Math.min(to, model.days - 1); day++) {
            int weekend = model.weekendOf[day];
            if (weekend >= 0 && weekend != last && cells[day] != Model.FREE) {
                found++;
                last = weekend;
            }
        }
        return found;
    }

    /** Minutes of a week that were worked before the horizon, at one site or (−1) at all. */
    int minutesBefore(int week, int site) {
        if (week > 0) {
            return 0;
        }
        return site < 0 ? profile.minutesBefore : profile.siteMinutesBefore[site];
    }

    /** Follows the automaton from a day until, after the window, it meets the path it had. */
    private void walk(int from, int to) {
        var rules = profile.automaton;
        int state = states[from];
        for (int day = from; day < model.days; day++) {
            int known = states[day];
            if (day >= to && state == known) {
                return;
            }
            states[day] = state;
            int arc = state * rules.symbols + cells[day] + 1;
            orderCosts += rules.cost[arc] - dayCosts[day];
            dayCosts[day] = rules.cost[arc];
            state = rules.next[arc];
        }
        states[model.days] = state;
    }
}
