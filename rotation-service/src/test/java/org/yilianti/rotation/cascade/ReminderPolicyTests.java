package org.yilianti.rotation.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.TestTerms;

/** When those concerned are reminded of an end (M3). */
class ReminderPolicyTests {

    private static final ReminderPolicy POLICY = new ReminderPolicy(List.of(90, 30), List.of(30, 7));
    private static final PracticeAgreement AGREEMENT =
            TestTerms.agreement(TestTerms.terms(LocalDate.of(2027, 10, 1), 12));
    private static final LocalDate END = AGREEMENT.terms().validTo();
    private static final Ending TERM = new Ending(AGREEMENT, Ending.TERM, END);

    @Test
    void nothingIsDueBeforeTheFirstLeadTime() {
        assertThat(POLICY.due(TERM, END.minusDays(91))).isEmpty();
        assertThat(POLICY.days(TERM, END.minusDays(91)))
                .containsExactlyInAnyOrder(END.minusDays(90), END.minusDays(30));
    }

    @Test
    void ofSeveralThatShouldHaveBeenSentTheOneNearestToTheEndIs() {
        assertThat(POLICY.due(TERM, END.minusDays(90))).contains(new Reminder(TERM, 90));
        assertThat(POLICY.due(TERM, END.minusDays(31))).contains(new Reminder(TERM, 90));
        assertThat(POLICY.due(TERM, END.minusDays(30))).contains(new Reminder(TERM, 30));
        assertThat(POLICY.due(TERM, END.minusDays(1))).contains(new Reminder(TERM, 30));
        assertThat(POLICY.days(TERM, END.minusDays(30))).isEmpty();
    }

    @Test
    void anInsuranceHasLeadTimesOfItsOwn() {
        Ending lapse = new Ending(AGREEMENT, Ending.INSURANCE, END.minusDays(100));
        assertThat(POLICY.due(lapse, END.minusDays(131))).isEmpty();
        assertThat(POLICY.due(lapse, END.minusDays(107))).contains(new Reminder(lapse, 7));
    }

    @Test
    void nobodyIsRemindedOfAnEndBeforeTheAgreementHasBegun() {
        LocalDate start = AGREEMENT.terms().term().from();
        Ending soon = new Ending(AGREEMENT, Ending.INSURANCE, start.plusDays(20));
        assertThat(POLICY.due(soon, start)).isEmpty();
        assertThat(POLICY.days(soon, start)).containsExactly(start.plusDays(13));
    }

    @Test
    void withoutLeadTimesNobodyIsReminded() {
        assertThat(new ReminderPolicy(List.of(), List.of(7)).due(TERM, END.minusDays(1)))
                .isEmpty();
    }

    @Test
    void aLeadTimeThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new ReminderPolicy(List.of(0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderPolicy(List.of(30), List.of(367)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
