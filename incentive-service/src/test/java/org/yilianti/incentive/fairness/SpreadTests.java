package org.yilianti.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The figures of I11, by hand and against their definitions. */
class SpreadTests {

    @Test
    void equalPayHasNoInequality() {
        Spread spread = Spread.of(paid(100, 100, 100, 100));
        assertThat(spread.gini()).isZero();
        assertThat(spread.medianFen()).isEqualTo(100);
        assertThat(Spread.lorenz(paid(100, 100, 100, 100, 100, 100, 100, 100, 100, 100)))
                .element(3)
                .isEqualTo(new BigDecimal("0.300000"));
    }

    @Test
    void oneWhoGetsAllOfFourIsThreeQuarters() {
        assertThat(Spread.of(paid(0, 0, 0, 8)).gini()).isEqualByComparingTo("0.75");
    }

    @Test
    void nobodyPaidIsNoInequalityAndNoDivisionByZero() {
        Spread spread = Spread.of(paid(0, 0));
        assertThat(spread.gini()).isZero();
        assertThat(spread.fenPerHour()).isZero();
        assertThat(Spread.lorenz(paid(0))).containsOnly(BigDecimal.ZERO);
    }

    @Test
    void percentilesAreAmountsThatSomebodyGets() {
        Spread spread = Spread.of(paid(10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        assertThat(spread.p10Fen()).isEqualTo(10);
        assertThat(spread.medianFen()).isEqualTo(50);
        assertThat(spread.p90Fen()).isEqualTo(90);
        assertThat(spread.meanFen()).isEqualTo(55).isNotEqualTo(spread.medianFen());
    }

    @Test
    void giniIsHalfTheRelativeMeanDifference() {
        Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            List<Earning> earnings =
                    paid(random.longs(1 + random.nextInt(40), 0, 1_000_000).toArray());
            BigDecimal differences = BigDecimal.ZERO;
            BigDecimal total = BigDecimal.ZERO;
            for (Earning one : earnings) {
                total = total.add(BigDecimal.valueOf(one.fen()));
                for (Earning other : earnings) {
                    differences = differences.add(BigDecimal.valueOf(Math.abs(one.fen() - other.fen())));
                }
            }
            BigDecimal expected = differences.divide(
                    total.multiply(BigDecimal.valueOf(2L * earnings.size())), 6, RoundingMode.HALF_EVEN);
            assertThat(Spread.of(earnings).gini()).isEqualByComparingTo(expected);
        }
    }

    @Test
    void payThatFollowsWorkCorrelatesFullyAndPayThatRunsAgainstItNegatively() {
        List<Earning> along = List.of(new Earning(60, 100), new Earning(120, 200), new Earning(600, 1000));
        List<Earning> against = List.of(new Earning(600, 100), new Earning(360, 200), new Earning(120, 300));
        assertThat(Spread.correlation(along)).isEqualByComparingTo("1");
        assertThat(Spread.correlation(against)).isEqualByComparingTo("-1");
        assertThat(Spread.correlation(paid(5, 5))).isZero();
        assertThat(Spread.of(along).fenPerHour()).isEqualTo(100);
    }

    private static List<Earning> paid(long... fen) {
        return new ArrayList<>(
                LongStream.of(fen).mapToObj(one -> new Earning(0, one)).toList());
    }
}
