package org.yilianti.rotation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prices found by asking lines in turn: they lead where people are missing, within what a head can be worth (M7). */
class PriceSearchTests {

    private static final int PASSES = 20;
    private static final CoverWeights WEIGHTS = new CoverWeights(1_000, 100, 7);

    private static CoverDemand[] demand(int... desired) {
        return IntStream.range(0, desired.length)
                .mapToObj(day -> new CoverDemand(day, "day", 0, desired[day], WEIGHTS))
                .toArray(CoverDemand[]::new);
    }

    /** Lines that each work on the one day that is paid best. */
    private static double[] search(CoverDemand[] demand, int[] others, int lines) {
        var prices = new double[demand.length];
        var search = new PriceSearch(demand, 1, prices, others, lines, PASSES);
        int[] onFirst = IntStream.range(0, demand.length)
                .map(day -> day == 0 ? 0 : Model.FREE)
                .toArray();
        IntStream.range(0, lines).forEach(line -> search.begin(line, onFirst));
        for (int answer = 0; !search.isOver(); answer++) {
            int best = IntStream.range(0, prices.length)
                    .reduce((one, other) -> prices[other] > prices[one] ? other : one)
                    .orElseThrow();
            int[] content = IntStream.range(0, prices.length)
                    .map(day -> day == best ? 0 : Model.FREE)
                    .toArray();
            search.answer(answer % lines, content);
        }
        return prices;
    }

    @Test
    void linesSpreadOverTheDaysTillEachIsPaidAlike() {
        var prices = search(demand(10, 20, 10), new int[3], 40);

        assertThat(Arrays.stream(prices).max().orElseThrow()
                        - Arrays.stream(prices).min().orElseThrow())
                .isLessThan(5);
    }

    @Test
    void whoIsThereAlreadyCounts() {
        var prices = search(demand(10, 10), new int[] {10, 0}, 10);

        assertThat(prices[1]).isGreaterThan(prices[0]);
    }

    @Test
    void aHeadIsNeverWorthMoreThanItSavesNorCostsMoreThanItsSurplus() {
        var scarce = search(demand(1_000, 1_000), new int[2], 10);
        var ample = search(demand(0, 0), new int[] {500, 500}, 10);

        assertThat(scarce).containsOnly(1_100);
        assertThat(ample).containsOnly(-7);
    }

    @Test
    void aLineWithoutAnAnswerStaysAsItWasAndCountsAsAsked() {
        var prices = new double[2];
        var search = new PriceSearch(demand(1, 1), 1, prices, new int[2], 1, 3);
        search.begin(0, new int[] {0, Model.FREE});
        Arrays.setAll(prices, slot -> 5);
        search.answer(0, new int[0]);

        assertThat(prices[0]).isEqualTo(5);
        assertThat(prices[1]).isGreaterThan(5);
        search.answer(0, new int[0]);
        search.answer(0, new int[0]);
        assertThat(search.isOver()).isTrue();
    }

    @Test
    void aSearchOfNoPassesIsOverAndChangesNothing() {
        var prices = new double[] {3, 4};
        var search = new PriceSearch(demand(1, 1), 1, prices, new int[2], 5, 0);
        search.begin(0, new int[] {0, Model.FREE});

        assertThat(search.isOver()).isTrue();
        assertThat(prices).containsExactly(3, 4);
    }
}
