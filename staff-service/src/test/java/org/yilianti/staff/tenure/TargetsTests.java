package org.yilianti.staff.tenure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.tenure.Targets.Target;

/** R10: targets, their scores and grades. */
class TargetsTests {

    private static Target target(String code, String goal, String weight) {
        return new Target(code, code, new BigDecimal(goal), new BigDecimal(weight));
    }

    private static final Targets TWO =
            new Targets(List.of(target("vaccination", "95", "0.6"), target("outreach", "200", "0.4")));

    @Test
    void aTargetCountsByItsWeightAsFarAsItWasReached() {
        assertThat(TWO.score(Map.of("vaccination", new BigDecimal("95"), "outreach", new BigDecimal("100"))))
                .isEqualByComparingTo("80");
        assertThat(TWO.score(Map.of("vaccination", new BigDecimal("47.5")))).isEqualByComparingTo("30");
        assertThat(TWO.score(Map.of())).isEqualByComparingTo("0");
    }

    @Test
    void nothingMakesUpForATargetThatWasMissed() {
        assertThat(TWO.score(Map.of("vaccination", BigDecimal.ZERO, "outreach", new BigDecimal("9999"))))
                .isEqualByComparingTo("40");
        assertThat(TWO.score(Map.of("vaccination", new BigDecimal("100"), "outreach", new BigDecimal("9999"))))
                .isEqualByComparingTo("100");
    }

    @Test
    void gradesFollowFromTheScore() {
        TenureRules rules = TenureRules.standard();
        assertThat(rules.grade(new BigDecimal("90.00"))).isEqualTo(Grade.EXCELLENT);
        assertThat(rules.grade(new BigDecimal("89.99"))).isEqualTo(Grade.QUALIFIED);
        assertThat(rules.grade(new BigDecimal("60.00"))).isEqualTo(Grade.QUALIFIED);
        assertThat(rules.grade(new BigDecimal("59.99"))).isEqualTo(Grade.UNQUALIFIED);
    }

    @Test
    void weightsThatDoNotSumAndCodesThatRepeatAreFaults() {
        assertThat(faults("a", "0.5", "b", "0.4")).containsExactly("weights-sum");
        assertThat(faults("a", "0.5", "a", "0.5")).containsExactly("repeated");
        assertThat(faults("a", "0.5", "b", "0.5")).isEmpty();
        assertThat(faults("a", "2", "b", "x")).containsExactly("out-of-range", "invalid-number");
    }

    private static List<String> faults(String one, String oneWeight, String two, String twoWeight) {
        Entry entry = Entry.form(
                "targets/0/code",
                one,
                "targets/0/title",
                "t",
                "targets/0/goal",
                1,
                "targets/0/weight",
                oneWeight,
                "targets/1/code",
                two,
                "targets/1/title",
                "t",
                "targets/1/goal",
                1,
                "targets/1/weight",
                twoWeight);
        Targets.read(entry, 2);
        return entry.faults().stream().map(Fault::code).toList();
    }

    @Test
    void termsNoticesAndScoresHaveBounds() {
        BigDecimal ninety = new BigDecimal("90");
        BigDecimal sixty = new BigDecimal("60");
        assertThatThrownBy(() -> new TenureRules(0, 5, ninety, sixty, List.of(1)))
                .hasMessage("policy.tenure-term-unfit");
        assertThatThrownBy(() -> new TenureRules(3, 0, ninety, sixty, List.of(1)))
                .hasMessage("policy.tenure-term-unfit");
        assertThatThrownBy(() -> new TenureRules(3, 5, sixty, ninety, List.of(1)))
                .hasMessage("policy.tenure-score-unfit");
        assertThatThrownBy(() -> new TenureRules(3, 5, ninety, sixty, List.of()))
                .hasMessage("policy.lead-days-unfit");
    }
}
