package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.scheme.IncomeRule;
import org.yilianti.platform.problem.Refusal;

class PayPolicyTests {

    private final PayPolicy policy = new PayPolicy(
            Map.of("duty", new BigDecimal("1.0"), "outreach", new BigDecimal("1.3")), new BigDecimal("1.5"), Map.of());

    @Test
    void aMinuteOfOutreachCountsMoreThanOneOnSite() {
        assertThat(policy.weight("outreach", false)).isEqualByComparingTo("1.3");
        assertThat(policy.weight("duty", false)).isEqualByComparingTo("1");
    }

    @Test
    void theNightFactorMultiplies() {
        assertThat(policy.weight("outreach", true)).isEqualByComparingTo("1.95");
    }

    @Test
    void aKindWithoutAWeightIsAnErrorAndNotZero() {
        assertThatThrownBy(() -> policy.weight("other", false)).hasMessageContaining("other");
    }

    @Test
    void aFactorThatCannotBeKeptExactlyOrMakesNoSenseIsRefused() {
        for (String factor : List.of("0", "-1", "10.01", "1.005")) {
            assertThatThrownBy(() -> new PayPolicy(Map.of("duty", new BigDecimal(factor)), BigDecimal.ONE, Map.of()))
                    .as(factor)
                    .hasMessage("policy.factor-unfit");
        }
    }

    @Test
    void aKindOfServiceThatWouldBeMedicalIncomeIsRefusedWithTheClause() {
        for (String kind : List.of("drug-revenue", "检查收入", "prescriptions")) {
            assertThatThrownBy(() -> new PayPolicy(Map.of(kind, BigDecimal.ONE), BigDecimal.ONE, Map.of()))
                    .as(kind)
                    .hasMessage("policy.income-weighted")
                    .satisfies(refusal -> assertThat(((Refusal) refusal).args()).contains(IncomeRule.CLAUSE));
        }
    }
}
