package org.yilianti.rotation.solver;

/** The best plan a search has seen; only lines changed since the last copy are copied again. */
final class Incumbent {

    private final Roster roster;
    private final int[] cells;
    private final boolean[] stale;
    private final int[] staleLines;
    private int staleCount;
    private long cost;

    Incumbent(Roster roster) {
        this.roster = roster;
        cells = roster.cells();
        cost = roster.cost();
        stale = new boolean[roster.model.people];
        staleLines = new int[roster.model.people];
    }

    long cost() {
        return cost;
    }

    int[] cells() {
        return cells.clone();
    }

    /** Notes a move that was kept, and takes the plan over when it is the best. */
    void noted() {
        roster.touched(this::markStale);
        takeOverIfBest();
    }

    /** Notes that the roster was replaced as a whole. */
    void replaced() {
        for (int person = 0; person < stale.length; person++) {
            markStale(person);
        }
        takeOverIfBest();
    }

    private void markStale(int person) {
        if (!stale[person]) {
            stale[person] = true;
            staleLines[staleCount++] = person;
        }
    }

    private void takeOverIfBest() {
        if (roster.cost() >= cost) {
            return;
        }
        int days = roster.model.days;
        for (int i = 0; i < staleCount; i++) {
            System.arraycopy(roster.lines[staleLines[i]].cells, 0, cells, staleLines[i] * days, days);
            stale[staleLines[i]] = false;
        }
        staleCount = 0;
        cost = roster.cost();
    }
}
