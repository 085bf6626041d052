package org.yilianti.incentive.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates and their intervals (I3). */
class EstimateTests {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine 17
     * (1998) 857–872, Table I, method 3 (score), to the four decimals printed there.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void aProportionHasTheIntervalThatNewcombePrinted(int yes, int all, BigDecimal low, BigDecimal high) {
        Estimate estimate = Estimate.proportion(yes, all);
        assertThat(four(estimate.low())).isEqualByComparingTo(low);
        assertThat(four(estimate.high())).isEqualByComparingTo(high);
        assertThat(estimate.method()).isEqualTo(Estimate.Method.WILSON);
        assertThat(estimate.respondents()).isEqualTo(all);
    }

    private static BigDecimal four(BigDecimal value) {
        return value.setScale(4, RoundingMode.HALF_EVEN);
    }

    @Test
    void theIntervalOfAProportionNeverLeavesItsRangeAndHasAWidth() {
        Estimate all = Estimate.proportion(20, 20);
        assertThat(all.share()).isEqualByComparingTo("1");
        assertThat(all.high()).isEqualByComparingTo("1");
        assertThat(all.low()).isEqualByComparingTo("0.838875");
        assertThat(Estimate.proportion(0, 1).low()).isEqualByComparingTo("0");
    }

    /** NIST TN 1297, Table B.1, prints these with two decimals; 194 is that of the e-Handbook, 1.3.5.2 (1.9723). */
    @ParameterizedTest
    @CsvSource({
        "1, 12.71",
        "2, 4.30",
        "5, 2.57",
        "10, 2.23",
        "30, 2.04",
        "35, 2.03",
        "50, 2.01",
        "100, 1.984",
        "194, 1.9723"
    })
    void theQuantilesOfStudentAreThePublishedOnes(int degrees, BigDecimal published) {
        assertThat(StudentT.quantile(degrees).setScale(published.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    @Test
    void theExpansionContinuesTheTableWithoutAStep() {
        assertThat(StudentT.quantile(31)).isLessThan(StudentT.quantile(30));
        assertThat(StudentT.quantile(31)).isCloseTo(new BigDecimal("2.0395"), within(new BigDecimal("0.00005")));
        assertThat(StudentT.quantile(1_000_000)).isCloseTo(StudentT.NORMAL, within(new BigDecimal("0.00001")));
    }

    /** By hand: mean 0.6, variance 0.34 ÷ 3, error √(0.34 ÷ 12) = 0.168325, × 3.182 = 0.535610. */
    @Test
    void aMeanHasStudentsInterval() {
        Estimate mean = Estimate.mean(shares("0.2", "0.5", "0.7", "1.0"));
        assertThat(mean.share()).isEqualByComparingTo("0.6");
        assertThat(mean.low()).isEqualByComparingTo("0.064390");
        assertThat(mean.high()).as("1.13… is cut off").isEqualByComparingTo("1");
        assertThat(mean.method()).isEqualTo(Estimate.Method.T);
    }

    @Test
    void oneRespondentTellsNothingOfTheSpread() {
        Estimate alone = Estimate.mean(shares("0.25"));
        assertThat(alone.share()).isEqualByComparingTo("0.25");
        assertThat(alone.low()).isNull();
        assertThat(alone.high()).isNull();
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() {
        List<BigDecimal> shares = new ArrayList<>();
        Random random = new Random(7);
        for (int index = 0; index < 97; index++) {
            shares.add(BigDecimal.valueOf(random.nextInt(5))
                    .divide(BigDecimal.valueOf(3), MathContext.DECIMAL128)
                    .min(BigDecimal.ONE));
        }
        Estimate first = Estimate.mean(shares);
        for (int turn = 0; turn < 20; turn++) {
            Collections.shuffle(shares, random);
            assertThat(Estimate.mean(shares)).isEqualTo(first);
        }
    }

    private static List<BigDecimal> shares(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }
}
