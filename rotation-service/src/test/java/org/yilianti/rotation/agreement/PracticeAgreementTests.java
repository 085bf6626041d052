package org.yilianti.rotation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.LicenceObstacle;
import org.yilianti.rotation.directory.PractisingRight.Interruption;

class PracticeAgreementTests {

    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2027, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Interruption SUSPENSION =
            new Interruption(LocalDate.of(2026, 10, 19), LicenceObstacle.SUSPENDED);

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
        assertThat(concluded().follow(null, TODAY)).isEmpty();
    }

    @Test
    void itIsActiveAgainWhenTheCauseHasEnded() {
        PracticeAgreement resumed = concluded()
                .follow(SUSPENSION, TODAY)
                .orElseThrow()
                .follow(null, TODAY)
                .orElseThrow();
        assertThat(resumed.standing().status()).isEqualTo(AgreementStatus.ACTIVE);
        assertThat(resumed.practisable()).containsExactly(new DatePeriod(START, END));
    }

    @Test
    void aSuspensionFromBeforeTheTermLeavesNoDay() {
        assertThat(concluded()
                        .follow(new Interruption(START, LicenceObstacle.REVOKED), TODAY)
                        .orElseThrow()
                        .practisable())
                .isEmpty();
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
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new AgreementTerms(
                        new DatePeriod(START, END),
                        12,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P", "insurer", Money.ofFen(1), END)));
    }
}
