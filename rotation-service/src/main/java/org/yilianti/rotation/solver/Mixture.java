package org.yilianti.rotation.solver;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a neighbourhood: how the {@link Master} mixes those of the open lines, and which of them become {@link FixedLines}. */
final class Mixture implements AutoCloseable {

    private static final double EPSILON = 1e-6;
    /** Shares from here on are as good as chosen. */
    private static final double CLEAR = 0.9;
    /** At most this part of the open lines is fixed at once. */
    private static final double PORTION = 0.1;
    /** What chance adds to the shares when they are compared. */
    private static final double NOISE = 0.1;
    /** Columns per line from which on those of least use are left out, and how many stay. */
    private static final int MANY = 30;

    private static final int ENOUGH = 12;
    /** How many times the live columns the dead ones may be. */
    private static final int DEAD = 6;

    private final FixedLines fixed;
    private final Set<Column> columns = new HashSet<>();
    private Master master;
    private double besideMaster;
    private int linesMixed;
    private long workBefore;

    Mixture(FixedLines fixed) {
        this.fixed = fixed;
        master = fixed.master();
        besideMaster = fixed.costBesideMaster();
        linesMixed = fixed.open();
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
        return master.excess(column);
    }

    /** Mixes anew, and leaves out columns of little use when they have become many; whether it worked. */
    boolean solve() {
        boolean solved = mix();
        if (solved && master.live() > MANY * linesMixed) {
            leaveOutUseless();
            solved = mix();
        }
        return solved;
    }

    /** From nothing where going on fails. */
    private boolean mix() {
        if (master.solve()) {
            return true;
        }
        rebuild();
        return master.solve();
    }

    private void leaveOutUseless() {
        for (var own : byUse()) {
            own.stream().skip(ENOUGH).filter(index -> master.share(index) == 0).forEach(this::leaveOut);
        }
        if (master.size() > DEAD * master.live()) {
            rebuild();
        }
    }

    private void leaveOut(int index) {
        columns.remove(master.column(index));
        master.leaveOut(index);
    }

    /** Per open line the columns last mixed, the most useful first. */
    private Collection<List<Integer>> byUse() {
        return IntStream.range(0, master.mixed())
                .filter(index -> !master.isLeftOut(index))
                .boxed()
                .sorted(Comparator.comparingDouble(master::excess))
                .collect(Collectors.groupingBy(index -> master.column(index).line(), TreeMap::new, Collectors.toList()))
                .values();
    }

    /** Hands the columns that are worth remembering to somebody, those of one line at a time. */
    void best(Consumer<List<Column>> receiver) {
        byUse().forEach(own ->
                receiver.accept(own.stream().limit(ENOUGH).map(master::column).toList()));
    }

    /** What the whole plan costs as mixed; for whole shares that of a plan. */
    double cost() {
        return besideMaster + master.cost();
    }

    /** What one more head in a slot would save. */
    double worth(int slot) {
        return master.worth(slot);
    }

    /**
     * Fixes the lines whose mixture is clearest.
     *
     * @param portion the part of the open lines that is fixed, clear or not
     * @param random so that another dive goes elsewhere
     */
    void fix(double portion, SplittableRandom random) {
        var best = new TreeMap<Integer, Integer>();
        IntStream.range(0, master.mixed())
                .filter(index -> fixed.isOpen(master.column(index).line()) && master.share(index) > 0)
                .forEach(index -> best.merge(
                        master.column(index).line(),
                        index,
                        (one, other) -> master.share(other) > master.share(one) ? other : one));
        var order = best.values().stream()
                .map(index -> Map.entry(index, master.share(index) + NOISE * random.nextDouble()))
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        boolean whole = order.stream().allMatch(index -> master.share(index) > 1 - EPSILON);
        int most = whole ? order.size() : (int) Math.ceil(PORTION * order.size());
        int least = Math.max(1, (int) (portion * order.size()));
        IntStream.range(0, Math.min(Math.max(least, most), order.size()))
                .filter(i -> i < least || master.share(order.get(i)) >= CLEAR)
                .forEach(i -> choose(order.get(i)));
        if (2 * fixed.open() < linesMixed) {
            rebuild();
        }
    }

    private void choose(int index) {
        fixed.fix(master.column(index));
        master.choose(index);
    }

    /** Begins the linear program anew, without the lines that are fixed. */
    private void rebuild() {
        close();
        master = fixed.master();
        besideMaster = fixed.costBesideMaster();
        linesMixed = fixed.open();
        columns.stream()
                .filter(column -> fixed.isOpen(column.line()))
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
