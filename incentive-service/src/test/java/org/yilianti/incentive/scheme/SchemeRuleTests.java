package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Violation;

class SchemeRuleTests {

    private static List<Violation> violations(Indicator... indicators) {
        return SchemeRule.violationsOf(SchemeContent.flat(List.of(indicators)));
    }

    private static Indicator weighing(String code, String weight) {
        return new Indicator(code, code, null, new BigDecimal(weight), BigDecimal.ONE, BigDecimal.ZERO, Scoring.RATIO);
    }

    private static Indicator aimingAt(String target, String floor) {
        return new Indicator(
                "a", "a", null, BigDecimal.ONE, new BigDecimal(target), new BigDecimal(floor), Scoring.LINEAR);
    }

    @Test
    void weightsThatSumToOneStandHoweverTheyAreWritten() {
        assertThat(violations(weighing("a", "0.1"), weighing("b", "0.20"), weighing("c", "0.700000")))
                .isEmpty();
    }

    @Test
    void weightsThatDoNotSumToOneAreRefusedWithTheirSum() {
        List<Violation> tooSmall = violations(weighing("a", "0.5"), weighing("b", "0.4999"));
        assertThat(tooSmall).extracting(Violation::code).containsExactly("scheme.weights-too-small");
        assertThat(tooSmall.getFirst().args()).containsExactly("0.9999", "0.0001");
        List<Violation> tooLarge = violations(weighing("a", "0.5"), weighing("b", "0.6"));
        assertThat(tooLarge.getFirst().args()).containsExactly("1.1", "0.1");
    }

    @Test
    void onlyExactSumsStand() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            List<Indicator> indicators = new ArrayList<>();
            int left = 1_000_000;
            for (int part = 0; part < random.nextInt(8) && left > 2; part++) {
                int millionths = 1 + random.nextInt(left - 1);
                indicators.add(
                        weighing("i" + part, BigDecimal.valueOf(millionths, 6).toPlainString()));
                left -= millionths;
            }
            int off = random.nextInt(3) - 1;
            int last = left + off;
            if (last < 1 || last > 1_000_000) {
                continue;
            }
            indicators.add(weighing("last", BigDecimal.valueOf(last, 6).toPlainString()));
            assertThat(SchemeRule.violationsOf(SchemeContent.flat(indicators)).isEmpty())
                    .isEqualTo(off == 0);
        }
    }

    @Test
    void aWeightIsAboveZeroAndFinelyEnoughWritten() {
        assertThat(violations(weighing("a", "1"), weighing("b", "0")))
                .extracting(Violation::pointer)
                .containsExactly("/indicators/1/weight");
        assertThat(violations(weighing("a", "0.5000001"), weighing("b", "0.4999999")))
                .extracting(Violation::code)
                .containsExactly("scheme.weight-invalid", "scheme.weight-invalid");
    }

    @Test
    void aTargetCanBeMet() {
        assertThat(violations(aimingAt("0", "0"))).extracting(Violation::code).containsExactly("scheme.target-invalid");
        assertThat(violations(aimingAt("-1", "0"))).isNotEmpty();
        assertThat(violations(aimingAt("0.5", "0.5"))).isNotEmpty();
        assertThat(violations(aimingAt("0.5", "-0.1"))).isNotEmpty();
        assertThat(violations(aimingAt("1e13", "0"))).isNotEmpty();
        assertThat(violations(aimingAt("0.5", "0.4"))).isEmpty();
    }

    @Test
    void aCodeOccursOnce() {
        assertThat(violations(weighing("a", "0.5"), weighing("a", "0.5")))
                .extracting(Violation::code)
                .containsExactly("scheme.code-repeated");
    }

    @Test
    void allViolationsAreFoundAtOnce() {
        assertThat(violations(weighing("revenue", "0.5"), weighing("b", "0"), weighing("b", "0.4")))
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        "scheme.income-measured",
                        "scheme.weight-invalid",
                        "scheme.code-repeated",
                        "scheme.weights-too-small");
    }
}
