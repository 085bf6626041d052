package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * Re-plans one person's window of days exactly against the cover everybody else gives: branch and bound over the days of the window in
 * order, with the hard rules as they are and everything outside the window as given.
 *
 * <p>Within one row no slot is used twice, so the cover cost of a choice is a constant per (day, type); wishes and travel are constants
 * as well, and the fairness costs never fall when a duty is added. So the sum over the remaining days of the cheapest constant (at most
 * 0, a free day) is a lower bound of what they can still bring. Should the node limit be met, the best choice found so far stands.
 */
final class WindowSearch {

    private static final int NODE_LIMIT = 600;

    private final Roster roster;
    private final Model model;
    private final int[] windowDays;
    private final int[] best;
    private final int[] current;
    private final int[][] choices;
    private final long[][] prices;
    private final long[] hope;
    private int depth;
    private int nodes;
    private long bestCost;

    WindowSearch(Roster roster) {
        this.roster = roster;
        model = roster.model;
        int most = model.days;
        windowDays = new int[most];
        best = new int[most];
        current = new int[most];
        choices = new int[most][model.types];
        prices = new long[most][model.types];
        hope = new long[most + 1];
    }

    /** Fills the free, unpinned days from {@code from} (inclusive) to {@code to} (exclusive) of one person in the cheapest way. */
    void replan(int person, int from, int to) {
        var row = roster.rows[person];
        depth = 0;
        for (int day = from; day < to; day++) {
            if (row.cells[day] == Model.FREE && row.profile.optionsOfDay[day].length > 0) {
                windowDays[depth++] = day;
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            price(row, level);
        }
        nodes = 0;
        bestCost = row.cost();
        Arrays.fill(best, 0, depth, Model.FREE);
        descend(row, 0, 0);
        for (int level = 0; level < depth; level++) {
            if (best[level] != Model.FREE) {
                roster.put(person, windowDays[level], best[level]);
            }
        }
    }

    /** Sorts the choices of a day by constant cost and adds the day's hope to that of the days after. */
    private void price(Row row, int level) {
        int day = windowDays[level];
        int[] types = row.profile.optionsOfDay[day];
        for (int i = 0; i < types.length; i++) {
            long price = roster.coverDelta(day * model.types + types[i]);
            long total = price + row.cellCost(day, types[i]) - row.cellCost(day, Model.FREE);
            int at = i;
            while (at > 0 && prices[level][at - 1] > total) {
                prices[level][at] = prices[level][at - 1];
                choices[level][at] = choices[level][at - 1];
                at--;
            }
            prices[level][at] = total;
            choices[level][at] = types[i];
        }
        hope[depth] = 0;
        hope[level] = hope[level + 1] + Math.min(0, prices[level][0]);
    }

    /** {@code coverCost}: the cover cost of the choices above this level. */
    private void descend(Row row, int level, long coverCost) {
        if (level == depth) {
            long total = row.cost() + coverCost;
            if (total < bestCost) {
                bestCost = total;
                System.arraycopy(current, 0, best, 0, depth);
            }
            return;
        }
        if (nodes++ > NODE_LIMIT || row.cost() + coverCost + hope[level] >= bestCost) {
            return;
        }
        int day = windowDays[level];
        int count = row.profile.optionsOfDay[day].length;
        boolean freeTried = false;
        for (int i = 0; i < count; i++) {
            if (!freeTried && prices[level][i] >= 0) {
                freeTried = true;
                current[level] = Model.FREE;
                descend(row, level + 1, coverCost);
            }
            int type = choices[level][i];
            if (RuleBook.permits(row, day, type)) {
                long cover = roster.coverDelta(day * model.types + type);
                row.put(day, type);
                current[level] = type;
                descend(row, level + 1, coverCost + cover);
                row.clear(day);
            }
        }
        if (!freeTried) {
            current[level] = Model.FREE;
            descend(row, level + 1, coverCost);
        }
    }
}
