package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTests {

    @ParameterizedTest
    @CsvSource({
        "LINEAR,    0.60, 0.80, 0.40, 0.500000",
        "LINEAR,    0.40, 0.80, 0.40, 0.000000",
        "LINEAR,    0.10, 0.80, 0.40, 0.000000",
        "LINEAR,    0.90, 0.80, 0.40, 1.000000",
        "LINEAR,    0.35, 0.70, 0,    0.500000",
        "RATIO,     0.81, 0.90, 0,    0.900000",
        "RATIO,     1.00, 0.90, 0,    1.000000",
        "RATIO,     1,    3,    0,    0.333333",
        "RATIO,     0,    3,    0,    0.000000",
        "THRESHOLD, 0.99, 1.00, 0,    0.000000",
        "THRESHOLD, 1.00, 1.00, 0,    1.000000",
        "REVERSE,   0,    2,    0,    1.000000",
        "REVERSE,   2,    2,    0,    1.000000",
        "REVERSE,   4,    2,    0,    0.500000",
    })
    void aValueEarnsTheScoreOfItsFormula(
            Scoring scoring, BigDecimal value, BigDecimal target, BigDecimal floor, BigDecimal score) {
        assertThat(scoring.score(value, target, floor)).isEqualTo(score);
    }

    @Test
    void everyScoreLiesBetweenZeroAndOneAndBetterIsNeverWorse() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            Scoring scoring = Scoring.values()[random.nextInt(Scoring.values().length)];
            BigDecimal target = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(5));
            BigDecimal floor = target.multiply(BigDecimal.valueOf(random.nextInt(100), 2));
            BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(6));
            BigDecimal more = value.add(BigDecimal.valueOf(random.nextInt(1000), 3));
            Indicator indicator = indicator(scoring, target, floor);
            BigDecimal score = indicator.score(value);
            BigDecimal ofMore = indicator.score(more);
            assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            BigDecimal gain = scoring == Scoring.REVERSE ? score.subtract(ofMore) : ofMore.subtract(score);
            assertThat(gain.signum())
                    .as("%s %s → %s of %s", scoring, value, more, target)
                    .isNotNegative();
        }
    }

    private static Indicator indicator(Scoring scoring, BigDecimal target, BigDecimal floor) {
        List<Band> bands = scoring == Scoring.BANDED
                ? List.of(new Band(floor, new BigDecimal("0.3")), new Band(target, BigDecimal.ONE))
                : List.of();
        return new Indicator("x", "x", null, BigDecimal.ONE, target, floor, scoring, "", bands);
    }
}
