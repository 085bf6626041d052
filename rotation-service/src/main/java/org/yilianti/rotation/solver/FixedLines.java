package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is decided in a neighbourhood: the columns of the lines that are fixed, who is in which slot by them, and what all that costs. */
final class FixedLines {

    private final int types;
    private final CoverDemand[] demand;
    private final long elsewhere;
    private final @Nullable Column[] chosen;
    private final int[] heads;
    private int open;

    /** None of these people's lines is fixed in the window; all other cells are as in the roster. */
    FixedLines(Roster roster, int[] people, int from, int to) {
        types = roster.model.types;
        demand = Arrays.copyOfRange(roster.model.demand, from * types, to * types);
        heads = Arrays.copyOfRange(roster.cover, from * types, to * types);
        chosen = new Column[people.length];
        open = people.length;
        long here = 0;
        for (int slot = 0; slot < demand.length; slot++) {
            here += demand[slot].cost(heads[slot]);
        }
        for (int person : people) {
            here += roster.lines[person].cost();
            count(Arrays.copyOfRange(roster.lines[person].cells, from, to), -1);
        }
        elsewhere = roster.cost() - here;
    }

    private void count(int[] content, int step) {
        for (int day = 0; day < content.length; day++) {
            if (content[day] != Model.FREE) {
                heads[day * types + content[day]] += step;
            }
        }
    }

    void fix(Column column) {
        chosen[column.line()] = column;
        count(column.content(), 1);
        open--;
    }

    boolean isOpen(int line) {
        return chosen[line] == null;
    }

    /** How many lines are not fixed. */
    int open() {
        return open;
    }

    /** What a fixed line holds. */
    int[] content(int line) {
        return Objects.requireNonNull(chosen[line]).content();
    }

    /** A linear program for the open lines, without columns yet. */
    Master master() {
        var isOpen = new boolean[chosen.length];
        for (int line = 0; line < chosen.length; line++) {
            isOpen[line] = isOpen(line);
        }
        return new Master(isOpen, demand, heads, types);
    }

    /** A search for prices of these slots, beginning with some, which it changes. */
    PriceSearch search(double[] prices, int passes) {
        return new PriceSearch(demand, types, prices, heads, chosen.length, passes);
    }

    /** What fixed lines and all outside of the neighbourhood cost. */
    double cost() {
        double cost = elsewhere;
        for (Column column : chosen) {
            cost += column == null ? 0 : column.cost();
        }
        return cost;
    }

    /** What a {@link #master} begun now does not count: fixed lines, all outside, and surplus that is there already. */
    double costBesideMaster() {
        double cost = cost();
        for (int slot = 0; slot < demand.length; slot++) {
            int surplus = heads[slot] - demand[slot].desired();
            cost += surplus > 0 ? (double) surplus * demand[slot].weights().aboveDesired() : 0;
        }
        return cost;
    }

    /** The least that cover and heads of open lines together cost in a slot where each head costs a price. */
    double cheapestCover(int slot, double price) {
        double least = demand[slot].cost(heads[slot]);
        for (int bend : new int[] {demand[slot].minimum(), demand[slot].desired(), heads[slot] + open}) {
            int count = Math.clamp(bend - heads[slot], 0, open);
            least = Math.min(least, demand[slot].cost(heads[slot] + count) + price * count);
        }
        return least;
    }
}
