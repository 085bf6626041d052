package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;

/** Caps and floors move money between people and never lose a fen (I5). */
class PayLimitsTests {

    private static PayLimits limits(String cap, long floor) {
        return new PayLimits(cap.isEmpty() ? null : new BigDecimal(cap), Money.ofFen(floor));
    }

    private static SequencedMap<String, BigDecimal> points(long... points) {
        SequencedMap<String, BigDecimal> all = new LinkedHashMap<>();
        for (long one : points) {
            all.put("P%05d".formatted(all.size()), BigDecimal.valueOf(one));
        }
        return all;
    }

    private static List<Long> fen(Map<String, Money> split) {
        return split.keySet().stream()
                .sorted()
                .map(key -> split.getOrDefault(key, Money.ZERO).fen())
                .toList();
    }

    @Test
    void withoutLimitsItIsTheLargestRemainder() {
        assertThat(PayLimits.NONE.split(Money.ofFen(100), points(1, 1, 1)))
                .isEqualTo(LargestRemainder.split(Money.ofFen(100), points(1, 1, 1)));
    }

    @Test
    void whatACapTakesGoesToTheOthersByPoints() {
        // The mean is 100, so that nobody gets more than 150; the other 150 are split 2 : 1.
        assertThat(fen(limits("1.5", 0).split(Money.ofFen(300), points(90, 2, 1))))
                .containsExactly(150L, 100L, 50L);
    }

    @Test
    void whatAFloorGivesComesFromTheOthersByPoints() {
        assertThat(fen(limits("", 60).split(Money.ofFen(300), points(80, 20, 0, 1))))
                .containsExactly(180L, 60L, 60L);
    }

    @Test
    void aFloorThatIsTooHighForTheMoneySinksToAnEqualPart() {
        assertThat(fen(limits("", 1_000).split(Money.ofFen(301), points(80, 20, 1))))
                .containsExactly(101L, 100L, 100L);
    }

    @Test
    void aCapOfTheMeanItselfGivesEverybodyTheSame() {
        assertThat(fen(limits("1", 0).split(Money.ofFen(300), points(1_000, 10, 1))))
                .containsExactly(100L, 100L, 100L);
    }

    @Test
    void oneFenOverTwoThousandFourHundredPeopleReachesOneOfThem() {
        long[] many = new long[2_400];
        java.util.Arrays.fill(many, 7);
        assertThat(fen(limits("3", 500).split(Money.ofFen(1), points(many))))
                .hasSize(2_400)
                .containsOnlyOnce(1L)
                .contains(0L);
    }

    @Test
    void randomSplitsStayInsideTheirBoundsKeepEveryFenAndDoNotHangOnTheOrder() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 2_000; round++) {
            int people = 1 + random.nextInt(40);
            long[] points = random.longs(people, 0, 1L << random.nextInt(30)).toArray();
            points[0] = 1;
            long amount = random.nextLong(1L << random.nextInt(40));
            PayLimits limits = limits(
                    random.nextBoolean() ? "" : "%d.%02d".formatted(1 + random.nextInt(3), random.nextInt(100)),
                    random.nextBoolean() ? 0 : random.nextLong(1L << random.nextInt(36)));
            Map<String, Money> split = limits.split(Money.ofFen(amount), points(points));
            assertThat(Money.sum(List.copyOf(split.values())).fen()).isEqualTo(amount);
            assertThat(split).isEqualTo(limits.split(Money.ofFen(amount), shuffled(points(points), random)));
            assertInside(limits, amount, points(points), split);
        }
    }

    private static void assertInside(
            PayLimits limits, long amount, SequencedMap<String, BigDecimal> points, Map<String, Money> split) {
        long working = points.values().stream().filter(one -> one.signum() > 0).count();
        BigDecimal cap = limits.cap();
        points.forEach((who, value) -> {
            long got = split.getOrDefault(who, Money.ZERO).fen();
            if (value.signum() == 0) {
                assertThat(got).isZero();
            } else {
                assertThat(got).isGreaterThanOrEqualTo(Math.min(limits.floor().fen(), amount / working));
                if (cap != null) {
                    assertThat(BigDecimal.valueOf(got - 1).multiply(BigDecimal.valueOf(working)))
                            .isLessThanOrEqualTo(cap.multiply(BigDecimal.valueOf(amount)));
                }
            }
        });
    }

    private static SequencedMap<String, BigDecimal> shuffled(SequencedMap<String, BigDecimal> points, Random random) {
        List<String> keys = new ArrayList<>(points.keySet());
        Collections.shuffle(keys, random);
        SequencedMap<String, BigDecimal> other = new LinkedHashMap<>();
        keys.forEach(key -> other.put(key, points.getOrDefault(key, BigDecimal.ZERO)));
        return other;
    }
}
