package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The linear program of a neighbourhood: going on from the last basis must come to what a start from nothing comes to (M7). */
class MasterTests {

    private static final int DAYS = 7;
    private static final int TYPES = 2;
    private static final int LINES = 6;

    private final CoverDemand[] demand = IntStream.range(0, DAYS * TYPES)
            .mapToObj(slot -> new CoverDemand(slot / TYPES, "s" + slot % TYPES, 1, 2))
            .toArray(CoverDemand[]::new);
    private final int[] heads = new int[demand.length];

    private Master master() {
        return new Master(new boolean[] {true, true, true, true, true, true}, demand, heads, TYPES);
    }

    private static Column column(SplittableRandom random) {
        int[] content = random.ints(DAYS, Model.FREE, TYPES).toArray();
        return new Column(random.nextInt(LINES), content, random.nextInt(30));
    }

    /** What the live columns cost when mixed by a program that never saw others. */
    private double fromNothing(Master used) {
        try (var fresh = master()) {
            live(used).forEach(fresh::add);
            assertThat(fresh.solve()).isTrue();
            return fresh.cost();
        }
    }

    private static Stream<Column> live(Master master) {
        return IntStream.range(0, master.size())
                .filter(index -> !master.isLeftOut(index))
                .mapToObj(master::column);
    }

    @Test
    void newColumnsAndColumnsLeftOutAreMixedAsFromNothing() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            try (var master = master()) {
                for (int round = 0; round < 12; round++) {
                    Stream.generate(() -> column(random)).limit(LINES).forEach(master::add);
                    assertThat(master.solve()).isTrue();
                    assertThat(master.cost()).isCloseTo(fromNothing(master), within(1e-6));
                    leaveOutSome(master, random);
                    assertThat(master.solve()).isTrue();
                    assertThat(master.cost()).isCloseTo(fromNothing(master), within(1e-6));
                }
            }
        }
    }

    private static void leaveOutSome(Master master, SplittableRandom random) {
        IntStream.range(0, master.size())
                .filter(index -> random.nextInt(5) == 0)
                .forEach(master::leaveOut);
    }

    @Test
    void columnsThatAreNotMixedMayBeLeftOutWithoutACost() {
        var random = new SplittableRandom(1);
        try (var master = master()) {
            Stream.generate(() -> column(random)).limit(60).forEach(master::add);
            assertThat(master.solve()).isTrue();
            double cost = master.cost();
            IntStream.range(0, master.mixed())
                    .filter(index -> master.share(index) == 0)
                    .forEach(master::leaveOut);

            assertThat(master.live()).isLessThan(60);
            assertThat(master.solve()).isTrue();
            assertThat(master.cost()).isCloseTo(cost, within(1e-6));
        }
    }

    @Test
    void aChosenColumnIsMixedWholeAndNoOtherOfItsLine() {
        var random = new SplittableRandom(2);
        try (var master = master()) {
            Stream.generate(() -> column(random)).limit(60).forEach(master::add);
            assertThat(master.solve()).isTrue();
            List<Integer> chosen = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                int own = line;
                chosen.add(IntStream.range(0, master.size())
                        .filter(index -> master.column(index).line() == own)
                        .findFirst()
                        .orElseThrow());
                double before = master.cost();
                master.choose(chosen.getLast());

                assertThat(master.solve()).isTrue();
                assertThat(master.cost()).isGreaterThanOrEqualTo(before - 1e-6);
                assertThat(chosen)
                        .allSatisfy(index -> assertThat(master.share(index)).isCloseTo(1, within(1e-6)));
            }
            assertThat(master.cost()).isCloseTo(costOfPlan(master, chosen), within(1e-6));
        }
    }

    private double costOfPlan(Master master, List<Integer> chosen) {
        int[] present = new int[demand.length];
        double cost = 0;
        for (int index : chosen) {
            var column = master.column(index);
            cost += column.cost();
            for (int day = 0; day < DAYS; day++) {
                if (column.content()[day] != Model.FREE) {
                    present[day * TYPES + column.content()[day]]++;
                }
            }
        }
        for (int slot = 0; slot < demand.length; slot++) {
            cost += demand[slot].cost(present[slot]);
        }
        return cost;
    }

    @Test
    void aColumnThatWouldHelpHasANegativeExcess() {
        try (var master = master()) {
            var everyDay = new Column(0, new int[DAYS], 3);
            assertThat(master.solve()).isTrue();
            double empty = master.cost();

            assertThat(master.excess(everyDay)).isNegative();
            master.add(everyDay);
            assertThat(master.solve()).isTrue();
            assertThat(master.cost()).isLessThan(empty);
            assertThat(master.excess(everyDay)).isCloseTo(0, within(1e-6));
        }
    }
}
