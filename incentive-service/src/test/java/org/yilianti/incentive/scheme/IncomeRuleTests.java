package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomeRuleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revenue",
                "REVENUE_2026",
                "drugRevenue",
                "income per physician",
                "outpatient fees",
                "Fees",
                "charges",
                "drugs",
                "tests",
                "lab tests",
                "share of drugs",
                "Number of tests ordered",
                "prescriptions per visit",
                "consumables share",
                "Ｄｒｕｇｓ",
                "药品收入",
                "检查收入",
                "化验",
                "药占比",
                "药 占 比",
                "耗占比",
                "次均费用",
                "业务收入增长率",
                "检查次数",
                "处方开单数",
                "大型检查开单",
                "门诊收费额",
                "提成"
            })
    void aMeasureOfMedicalIncomeIsFound(String name) {
        assertThat(IncomeRule.matchedTerm(named(name))).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "records",
                "Rational drug use rate",
                "合理用药率",
                "处方合格率",
                "健康检查率",
                "检验质量合格率",
                "居民健康档案规范管理率",
                "Hypertension managed to standard",
                "complaints",
                "outreach",
                "Infectious diseases reported in time",
                "上门与下沉服务人次",
                "中医药健康管理率",
                "tested in time rate",
                "Coffee breaks",
                "vaccination"
            })
    void aMeasureOfServiceOrQualityStands(String name) {
        assertThat(IncomeRule.matchedTerm(named(name))).isEmpty();
    }

    private static Indicator named(String name) {
        return new Indicator("x", name, null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, Scoring.RATIO);
    }
}
