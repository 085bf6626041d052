package org.yilianti.rotation.solver;

/** The best plan one search has seen, kept as a copy of which only the rows changed since are brought up to date. */
final class Incumbent {

    private final Roster roster;
    private final int[] cells;
    private final boolean[] stale;
    private final int[] staleRows;
    private int staleCount;
    private long cost;

    Incumbent(Roster roster) {
        this.roster = roster;
        cells = roster.cells();
        cost = roster.cost();
        stale = new boolean[roster.model.people];
        staleRows = new int[roster.model.people];
    }

    long cost() {
        return cost;
    }

    int[] cells() {
        return cells.clone();
    }

    /** Notes a move that was kept, and takes the plan over when it is the best. */
    void noted() {
        for (int i = 0; i < roster.touched(); i++) {
            markStale(roster.touchedPerson(i));
        }
        if (roster.cost() < cost) {
            takeOver();
        }
    }

    /** Notes that the roster was replaced as a whole. */
    void replaced() {
        for (int person = 0; person < stale.length; person++) {
            markStale(person);
        }
        if (roster.cost() < cost) {
            takeOver();
        }
    }

    private void markStale(int person) {
        if (!stale[person]) {
            stale[person] = true;
            staleRows[staleCount++] = person;
        }
    }

    private void takeOver() {
        int days = roster.model.days;
        for (int i = 0; i < staleCount; i++) {
            System.arraycopy(roster.rows[staleRows[i]].cells, 0, cells, staleRows[i] * days, days);
            stale[staleRows[i]] = false;
        }
        staleCount = 0;
        cost = roster.cost();
    }
}
