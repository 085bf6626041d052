package org.yilianti.rotation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** The columns of a neighbourhood: which lines are fixed to one of theirs, and how the {@link Master} mixes those of the others. */
final class Mixture implements AutoCloseable {

    private static final double EPSILON = 1e-6;
    /** Shares from here on are as good as chosen. */
    private static final double CLEAR = 0.9;
    /** At most this part of the open lines is fixed at once. */
    private static final double PORTION = 0.1;
    /** Columns per line from which on those of least use are left out, and how many stay. */
    private static final int MANY = 30;

    private static final int ENOUGH = 12;

    private final Model model;
    private final CoverDemand[] demand;
    private final int[] outside;
    private final long elsewhere;
    private final Column[] chosen;
    private final int[] heads;
    private final Set<Column> columns = new HashSet<>();
    private Master master;
    private long workBefore;

    Mixture(Roster roster, int[] people, int from, int to) {
        model = roster.model;
        demand = Arrays.copyOfRange(model.demand, from * model.types, to * model.types);
        outside = Arrays.copyOfRange(roster.cover, from * model.types, to * model.types);
        chosen = new Column[people.length];
        long here = 0;
        for (int slot = 0; slot < demand.length; slot++) {
            here += demand[slot].cost(outside[slot]);
        }
        for (int person : people) {
            here += roster.lines[person].cost();
            count(outside, Arrays.copyOfRange(roster.lines[person].cells, from, to), -1);
        }
        elsewhere = roster.cost() - here;
        heads = outside.clone();
        master = new Master(open(), demand, heads, model.types);
    }

    private void count(int[] counts, int[] content, int step) {
        for (int day = 0; day < content.length; day++) {
            if (content[day] != Model.FREE) {
                counts[day * model.types + content[day]] += step;
            }
        }
    }

    private boolean[] open() {
        var open = new boolean[chosen.length];
        for (int line = 0; line < chosen.length; line++) {
            open[line] = chosen[line] == null;
        }
        return open;
    }

    boolean isOpen(int line) {
        return chosen[line] == null;
    }

    /** Whether every line is fixed. */
    boolean isWhole() {
        return Arrays.stream(chosen).allMatch(column -> column != null);
    }

    Column chosen(int line) {
        return chosen[line];
    }

    /** Takes a column up; whether it is new. */
    boolean add(Column column) {
        boolean fresh = columns.add(column);
        if (fresh) {
            master.add(column);
        }
        return fresh;
    }

    /** What a column of an open line costs beyond what the mixture could use; below 0 it makes the mixture better. */
    double excess(Column column) {
        double excess = column.cost() - master.mostCost(column.line());
        for (int day = 0; day < column.content().length; day++) {
            int type = column.content()[day];
            excess -= type == Model.FREE ? 0 : master.worth(day * model.types + type);
        }
        return excess;
    }

    /** Mixes anew; whether that worked. */
    boolean solve() {
        if (master.size() > MANY * chosen.length) {
            forgetUseless();
            rebuild();
        }
        return master.solve();
    }

    private void forgetUseless() {
        var useful = new HashSet<Column>();
        byUse().forEach(own -> useful.addAll(own.subList(0, Math.min(ENOUGH, own.size()))));
        columns.retainAll(useful);
    }

    /** Per line the columns last mixed, the most useful first. */
    private List<List<Column>> byUse() {
        var byLine = new ArrayList<List<Integer>>();
        IntStream.range(0, chosen.length).forEach(line -> byLine.add(new ArrayList<>()));
        for (int i = 0; i < master.mixed(); i++) {
            byLine.get(master.column(i).line()).add(i);
        }
        return byLine.stream()
                .map(own -> own.stream()
                        .sorted(Comparator.comparingDouble(master::excess))
                        .map(master::column)
                        .toList())
                .toList();
    }

    /** Hands the contents that are worth remembering to somebody, with their line. */
    void best(ObjIntConsumer<List<int[]>> receiver) {
        var byLine = byUse();
        for (int line = 0; line < byLine.size(); line++) {
            var own = byLine.get(line);
            receiver.accept(own.stream().limit(ENOUGH).map(Column::content).toList(), line);
        }
    }

    /** What the whole plan costs as mixed; for whole shares that of a plan. */
    double cost() {
        double cost = fixedCost() + master.cost();
        for (int slot = 0; slot < demand.length; slot++) {
            int surplus = heads[slot] - demand[slot].desired();
            cost += surplus > 0 ? (double) surplus * demand[slot].weights().aboveDesired() : 0;
        }
        return cost;
    }

    /** What fixed lines and all outside of the neighbourhood cost. */
    double fixedCost() {
        double cost = elsewhere;
        for (Column column : chosen) {
            cost += column == null ? 0 : column.cost();
        }
        return cost;
    }

    /** What one more head in a slot would save. */
    double worth(int slot) {
        return master.worth(slot);
    }

    /** The least that cover and heads of open lines together cost in a slot where each head costs a price. */
    double cheapestCover(int slot, double price) {
        int most = 0;
        for (Column column : chosen) {
            most += column == null ? 1 : 0;
        }
        double least = demand[slot].cost(heads[slot]);
        for (int bend : new int[] {demand[slot].minimum(), demand[slot].desired(), heads[slot] + most}) {
            int count = Math.clamp(bend - heads[slot], 0, most);
            least = Math.min(least, demand[slot].cost(heads[slot] + count) + price * count);
        }
        return least;
    }

    /** Fixes the lines whose mixture is clearest; at least one. */
    void fix() {
        var best = new Column[chosen.length];
        var share = new double[chosen.length];
        for (int i = 0; i < master.mixed(); i++) {
            int line = master.column(i).line();
            if (master.share(i) > share[line]) {
                share[line] = master.share(i);
                best[line] = master.column(i);
            }
        }
        var order = IntStream.range(0, chosen.length)
                .filter(line -> best[line] != null)
                .boxed()
                .sorted(Comparator.comparingDouble(line -> -share[line]))
                .toList();
        boolean whole = order.stream().allMatch(line -> share[line] > 1 - EPSILON);
        int most = whole ? order.size() : Math.max(1, (int) (PORTION * order.size()));
        for (int i = 0; i < Math.min(most, order.size()); i++) {
            int line = order.get(i);
            if (i == 0 || share[line] >= CLEAR) {
                chosen[line] = best[line];
                count(heads, best[line].content(), 1);
            }
        }
        rebuild();
    }

    private void rebuild() {
        close();
        master = new Master(open(), demand, heads, model.types);
        columns.stream()
                .filter(column -> isOpen(column.line()))
                .sorted(Comparator.comparingInt(Column::line).thenComparing(Column::content, Arrays::compare))
                .forEach(master::add);
    }

    long work() {
        return workBefore + master.work();
    }

    @Override
    public void close() {
        workBefore += master.work();
        master.close();
    }
}
