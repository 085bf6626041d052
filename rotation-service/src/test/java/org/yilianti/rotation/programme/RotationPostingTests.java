package org.yilianti.rotation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;

/** M5: a posting from proposal to return. */
class RotationPostingTests {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 7, 1);

    @Test
    void itBindsOnceBothSidesHaveApprovedEachByAnother() {
        RotationPosting consented = proposed().consent("home");
        assertThat(consented.state()).isEqualTo(PostingState.PROPOSED);
        assertThat(consented.effective()).isFalse();
        assertThatThrownBy(() -> consented.accept("home"))
                .as("one person for both sides")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> proposed().consent("maker")).as("the proposer").isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> consented.consent("another")).hasMessage("posting.consented-already");
        RotationPosting approved = consented.accept("host");
        assertThat(approved.state()).isEqualTo(PostingState.APPROVED);
        assertThat(approved.effective()).isTrue();
    }

    @Test
    void theReturnIsGuaranteedForTheAgreedDayAndMayComeSooner() {
        RotationPosting running = proposed().accept("host").consent("home").start(FIRST);
        assertThatThrownBy(() -> running.returnOn(END.plusDays(1)))
                .as("nobody is kept longer")
                .hasMessage("posting.return-day");
        RotationPosting back = running.returnOn(LocalDate.of(2027, 4, 1));
        assertThat(back.days()).isEqualTo(new DatePeriod(FIRST, LocalDate.of(2027, 4, 1)));
        assertThat(back.agreedTo()).isEqualTo(END);
        assertThatThrownBy(() -> back.returnOn(END)).hasMessage("posting.state");
    }

    @Test
    void itIsWithdrawnBeforeItBeginsAndNotAfter() {
        RotationPosting approved = proposed().accept("host").consent("home");
        assertThat(approved.withdraw(FIRST.minusDays(1)).state()).isEqualTo(PostingState.WITHDRAWN);
        assertThatThrownBy(() -> approved.withdraw(FIRST)).hasMessage("posting.begun");
        assertThatThrownBy(() -> approved.start(FIRST.minusDays(1))).hasMessage("posting.not-begun");
        assertThat(proposed().refuse("home").effective()).isFalse();
    }

    @Test
    void ofAHomeTheMostThatAreAwayOnOneDayCount() {
        DatePeriod year = new DatePeriod(FIRST, FIRST.plusYears(1));
        RotationPosting early = proposed();
        RotationPosting late = of(new DatePeriod(END, END.plusMonths(6)));
        assertThat(ReleaseLimits.most(List.of(early, late), year))
                .as("one after the other")
                .isEqualTo(1);
        RotationPosting across = of(new DatePeriod(END.minusDays(1), END.plusMonths(6)));
        assertThat(ReleaseLimits.most(List.of(early, late, across), year)).isEqualTo(2);
        assertThat(ReleaseLimits.most(List.of(), year)).isZero();
    }

    private static RotationPosting proposed() {
        return of(new DatePeriod(FIRST, END));
    }

    private static RotationPosting of(DatePeriod days) {
        var terms = new ProgrammeTerms("2027-01", 12, 6, 0, List.of(), List.of(), List.of());
        var programme = RotationProgramme.made(UUID.randomUUID(), "support", ProgrammeKind.COUNTERPART_SUPPORT, terms);
        return RotationPosting.proposed(
                programme, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), days, "maker");
    }
}
