package org.yilianti.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTests {

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    @Test
    void fenLeftOverGoToTheLargestRemaindersAndTiesToTheSmallerKey() {
        assertThat(LargestRemainder.split(Money.ofFen(100), Map.of("a", d("1"), "b", d("1"), "c", d("1"))))
                .containsEntry("a", Money.ofFen(34))
                .containsEntry("b", Money.ofFen(33))
                .containsEntry("c", Money.ofFen(33));
        assertThat(LargestRemainder.split(Money.ofFen(10), Map.of("a", d("0.55"), "b", d("0.45"))))
                .containsEntry("a", Money.ofFen(6))
                .containsEntry("b", Money.ofFen(4));
    }

    @Test
    void oneFenOverManyPeopleGoesToOne() {
        Map<Integer, BigDecimal> weights = new LinkedHashMap<>();
        for (int i = 0; i < 2400; i++) {
            weights.put(i, BigDecimal.ONE);
        }
        var shares = LargestRemainder.split(Money.ofFen(1), weights);
        assertThat(Money.sum(shares.values())).isEqualTo(Money.ofFen(1));
        assertThat(shares.get(0)).isEqualTo(Money.ofFen(1));
    }

    @Test
    void partsAlwaysSumToTheWholeAndDifferFromTheExactShareByLessThanAFen() {
        Random random = new Random(20261001);
        for (int round = 0; round < 2000; round++) {
            long whole = random.nextLong(0, 1_000_000_000_000L);
            Map<Integer, BigDecimal> weights = new LinkedHashMap<>();
            int count = random.nextInt(1, 40);
            for (int i = 0; i < count; i++) {
                weights.put(i, BigDecimal.valueOf(random.nextLong(0, 1_000_000), random.nextInt(0, 8)));
            }
            weights.put(count, d("0.1"));
            var shares = LargestRemainder.split(Money.ofFen(whole), weights);
            assertThat(Money.sum(shares.values())).isEqualTo(Money.ofFen(whole));
            BigDecimal total = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            shares.forEach((key, share) -> assertThat(BigDecimal.valueOf(share.fen())
                            .multiply(total)
                            .subtract(weights.get(key).multiply(BigDecimal.valueOf(whole)))
                            .abs())
                    .isLessThan(total));
        }
    }

    @Test
    void aZeroWeightGetsNothing() {
        assertThat(LargestRemainder.split(Money.ofFen(7), Map.of("none", d("0"), "all", d("3"))))
                .containsEntry("none", Money.ZERO)
                .containsEntry("all", Money.ofFen(7));
    }

    @Test
    void negativeInputsAndAllZeroWeightsAreRefused() {
        assertThatThrownBy(() -> LargestRemainder.split(Money.ofFen(-1), Map.of("a", d("1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LargestRemainder.split(Money.ofFen(1), Map.of("a", d("-1"), "b", d("2"))))
                .hasMessageContaining("weight of a is negative");
        assertThatThrownBy(() -> LargestRemainder.split(Money.ofFen(1), Map.of("a", d("0"))))
                .hasMessageContaining("all weights are zero");
    }

    @Test
    void moneyIsShownInYuanAndNeverWrapsAround() {
        assertThat(Money.ofFen(-1205)).hasToString("-12.05");
        assertThatThrownBy(() -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
