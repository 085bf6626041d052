package org.yilianti.rotation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

class PracticeAgreementTests {

    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2027, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<SuspensionCause> SUSPENSION =
            List.of(SuspensionCause.fact("licence-suspended", LocalDate.of(2026, 10, 19), null));

    @Test
    void aSuspensionCutsThePractisableDaysAtItsFirstDay() {
        PracticeAgreement suspended = concluded().follow(SUSPENSION, TODAY).orElseThrow();
        assertThat(suspended.version()).isEqualTo(2);
        assertThat(suspended.standing())
                .isEqualTo(new AgreementStanding(
                        AgreementStatus.SUSPENDED, "licence-suspended", LocalDate.of(2026, 10, 19)));
        assertThat(suspended.practisable()).containsExactly(new DatePeriod(START, LocalDate.of(2026, 10, 19)));
    }

    @Test
    void theSameNewsTwiceChangesNothing() {
        PracticeAgreement suspended = concluded().follow(SUSPENSION, TODAY).orElseThrow();
        assertThat(suspended.follow(SUSPENSION, TODAY)).isEmpty();
        assertThat(concluded().follow(List.of(), TODAY)).isEmpty();
    }

    @Test
    void itIsActiveAgainWhenTheCauseHasEnded() {
        PracticeAgreement resumed = concluded()
                .follow(SUSPENSION, TODAY)
                .orElseThrow()
                .follow(List.of(), TODAY)
                .orElseThrow();
        assertThat(resumed.standing().status()).isEqualTo(AgreementStatus.ACTIVE);
        assertThat(resumed.practisable()).containsExactly(new DatePeriod(START, END));
    }

    @Test
    void aSuspensionFromBeforeTheTermLeavesNoDay() {
        assertThat(concluded()
                        .follow(List.of(SuspensionCause.fact("licence-revoked", START, null)), TODAY)
                        .orElseThrow()
                        .practisable())
                .isEmpty();
    }

    @Test
    void whatARegistrarSuspendedNoEndOfAFactResumes() {
        LocalDate decided = LocalDate.of(2026, 11, 1);
        PracticeAgreement held = concluded().suspended(decided, "complaint", TODAY);
        PracticeAgreement both = held.follow(SUSPENSION, TODAY).orElseThrow();
        assertThat(both.standing().reason()).isEqualTo("licence-suspended");
        PracticeAgreement still = both.follow(List.of(), TODAY).orElseThrow();
        assertThat(still.standing().status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(still.standing().reason()).isEqualTo(SuspensionCause.BY_DECISION);
        PracticeAgreement resumed = still.resumed(TODAY);
        assertThat(resumed.standing().status()).isEqualTo(AgreementStatus.ACTIVE);
        assertThat(resumed.practisable())
                .as("the days of the decision stay days without practice")
                .containsExactly(new DatePeriod(START, decided), new DatePeriod(TODAY, END));
    }

    @Test
    void liftingADecisionLeavesTheOtherCauses() {
        PracticeAgreement both = concluded()
                .suspended(LocalDate.of(2026, 11, 1), "complaint", TODAY)
                .follow(SUSPENSION, TODAY)
                .orElseThrow();
        assertThat(both.resumed(TODAY).standing().status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThatThrownBy(() -> both.resumed(TODAY).resumed(TODAY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> both.suspended(TODAY, "again", TODAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void aSuspensionForCertainDaysIsOverByItself() {
        LocalDate next = LocalDate.of(2026, 11, 23);
        var week = SuspensionCause.fact("weekly-hours-exceeded", LocalDate.of(2026, 11, 20), next);
        PracticeAgreement suspended = concluded().follow(List.of(week), TODAY).orElseThrow();
        assertThat(suspended.standing().status()).isEqualTo(AgreementStatus.SUSPENDED);
        assertThat(suspended.practisable()).hasSize(2);
        PracticeAgreement after = suspended.follow(List.of(), next).orElseThrow();
        assertThat(after.standing().status()).isEqualTo(AgreementStatus.ACTIVE);
    }

    @Test
    void itEndsWhenItsTermIsOverAndNotADayBefore() {
        assertThat(concluded().expired(END.minusDays(1))).isEmpty();
        PracticeAgreement expired = concluded().expired(END).orElseThrow();
        assertThat(expired.standing()).isEqualTo(new AgreementStanding(AgreementStatus.ENDED, "term-over", END));
        assertThat(expired.practisable()).containsExactly(new DatePeriod(START, END));
    }

    @Test
    void anEndedAgreementStaysEnded() {
        PracticeAgreement ended = concluded().ended(LocalDate.of(2026, 12, 1), "no longer needed");
        assertThat(ended.practisable()).containsExactly(new DatePeriod(START, LocalDate.of(2026, 12, 1)));
        assertThat(ended.follow(SUSPENSION, TODAY)).isEmpty();
        assertThatThrownBy(() -> ended.ended(LocalDate.of(2026, 12, 2), "again"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void itCannotEndOutsideItsTerm() {
        assertThatThrownBy(() -> concluded().ended(END, "late")).isInstanceOf(Refusal.class);
    }

    private static PracticeAgreement concluded() {
        return PracticeAgreement.concluded(
                UUID.randomUUID(),
                new AgreementParties(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()),
                new AgreementTerms(
                        new DatePeriod(START, END),
                        12,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P", "insurer", Money.ofFen(1), END)));
    }
}
