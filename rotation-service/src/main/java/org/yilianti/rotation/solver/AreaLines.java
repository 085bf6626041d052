package org.yilianti.rotation.solver;

import java.util.Arrays;

/** The lines of an area: what their days hold, could hold best, and cost then. All else in the roster stays as it is. */
final class AreaLines {

    private final Roster roster;
    private final LineOffers offers;
    private final int[] people;
    private final int from;
    private final int to;

    AreaLines(Roster roster, LineOffers offers, SearchArea area) {
        this.roster = roster;
        this.offers = offers;
        people = area.people();
        from = area.from();
        to = area.to();
    }

    int count() {
        return people.length;
    }

    int person(int line) {
        return people[line];
    }

    /** Whether nobody's line reaches beyond the area. */
    boolean areWhole() {
        return to - from == roster.model.days;
    }

    /** Whether the area is the whole plan. */
    boolean areAll() {
        return areWhole() && people.length == roster.model.people;
    }

    Column present(int line) {
        return column(line, Arrays.copyOfRange(roster.lines[people[line]].cells, from, to));
    }

    Column column(int line, int[] content) {
        var whole = roster.lines[people[line]];
        int[] present = Arrays.copyOfRange(whole.cells, from, to);
        whole.set(from, to, content);
        long cost = whole.cost();
        whole.set(from, to, present);
        return new Column(line, content, cost);
    }

    boolean permits(int line, int[] content) {
        return LineCheck.permits(roster.lines[people[line]], from, to, content);
    }

    /** The cheapest lawful content where duties are paid these prices, or an empty array where none was found. */
    int[] cheapest(int line, double[] prices) {
        return offers.content(roster, people[line], from, to, prices);
    }

    /** What the line last asked for costs at least, duties paid. */
    double leastCost() {
        return offers.bound();
    }

    /** Lays what was fixed into the roster; whether that makes the plan cheaper than this, else all stays as it is. */
    boolean lay(FixedLines fixed, long goal) {
        roster.begin();
        for (int line = 0; line < people.length; line++) {
            roster.lift(people[line], from, to);
            roster.lay(people[line], from, to, fixed.content(line));
        }
        boolean better = roster.cost() < goal;
        if (!better) {
            roster.rollback();
        }
        return better;
    }
}
