package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;

class PracticeApplicationTests {

    private static final Instant NOW = Instant.parse("2026-09-20T01:00:00Z");
    private static final Decider HOME = decider("home", "H02");
    private static final Decider HOST = decider("host", "T01");
    private static final Decider ASSOCIATION = new Decider("filing", null, InstitutionScope.ALL, NOW);

    @Test
    void itIsConsentedAcceptedAndFiledAndKeepsItsHistory() {
        PracticeApplication filed =
                submitted().consent(HOME, "yes").accept(HOST, null).file(ASSOCIATION, null);
        assertThat(filed.state()).isEqualTo(ApplicationState.FILED);
        assertThat(filed.version()).isEqualTo(4);
        assertThat(filed.history()).extracting(ApplicationStep::actor).containsExactly("hr", "home", "host", "filing");
        assertThat(filed.agreement().standing().status()).isEqualTo(AgreementStatus.ACTIVE);
    }

    @Test
    void reasonsOfRulesRefuseItAtOnceAndNothingCanFollow() {
        PracticeApplication refused = PracticeApplication.submitted(
                UUID.randomUUID(),
                parties(),
                terms(),
                List.of(ApplicationReason.of("licence-valid", "licence-expired", "2026-09-01")),
                "hr",
                NOW);
        assertThat(refused.state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(refused.history().getLast().actor()).isEqualTo(PracticeApplication.RULES);
        refused(() -> refused.consent(HOME, null)).isEqualTo("application.state");
    }

    @Test
    void nobodyTakesTwoSteps() {
        Decider both = new Decider("both", null, InstitutionScope.ALL, NOW);
        PracticeApplication consented = submitted().consent(both, null);
        refused(() -> consented.accept(both, null)).isEqualTo("application.four-eyes");
        refused(() -> consented.refuse(both, "no")).isEqualTo("application.four-eyes");
        PracticeApplication accepted = consented.accept(HOST, null);
        refused(() -> accepted.file(both, null)).isEqualTo("application.four-eyes");
    }

    @Test
    void whoSubmittedDoesNotDecide() {
        Decider applicant = new Decider("hr", null, InstitutionScope.ALL, NOW);
        refused(() -> submitted().consent(applicant, null)).isEqualTo("application.four-eyes");
    }

    @Test
    void nobodyDecidesOnTheirOwnApplication() {
        Decider self = new Decider("self", "S00001", InstitutionScope.ALL, NOW);
        refused(() -> submitted().consent(self, null)).isEqualTo("application.own");
    }

    @Test
    void onlyTheHomeInstitutionConsentsAndOnlyTheHostAccepts() {
        refused(() -> submitted().consent(HOST, null)).isEqualTo("access.institution");
        PracticeApplication consented = submitted().consent(HOME, null);
        refused(() -> consented.accept(decider("other", "H02"), null)).isEqualTo("access.institution");
    }

    @Test
    void onlyARegistrarOfTheWholeAssociationFiles() {
        PracticeApplication accepted = submitted().consent(HOME, null).accept(HOST, null);
        Decider local = new Decider("local", null, new InstitutionScope(false, Set.of("H02", "T01")), NOW);
        refused(() -> accepted.file(local, null)).isEqualTo("access.institution");
    }

    @Test
    void noStepIsSkippedOrRepeated() {
        refused(() -> submitted().accept(HOST, null)).isEqualTo("application.state");
        refused(() -> submitted().file(ASSOCIATION, null)).isEqualTo("application.state");
        PracticeApplication consented = submitted().consent(HOME, null);
        refused(() -> consented.consent(decider("second", "H02"), null)).isEqualTo("application.state");
    }

    @Test
    void whoeverIsToDecideMayRefuse() {
        assertThat(submitted().refuse(HOME, "no cover").state()).isEqualTo(ApplicationState.REFUSED);
        PracticeApplication consented = submitted().consent(HOME, null);
        refused(() -> consented.refuse(decider("late", "H02"), "no")).isEqualTo("access.institution");
        assertThat(consented.refuse(HOST, "no room").state()).isEqualTo(ApplicationState.REFUSED);
        PracticeApplication accepted = consented.accept(HOST, null);
        assertThat(accepted.refuse(ASSOCIATION, "no").state()).isEqualTo(ApplicationState.REFUSED);
    }

    @Test
    void theApplicantOrTheMemberWithdrawsWhileItIsPending() {
        assertThat(submitted()
                        .withdraw(new Decider("hr", null, InstitutionScope.NONE, NOW), "later")
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(submitted()
                        .withdraw(new Decider("d", "S00001", InstitutionScope.NONE, NOW), "later")
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        refused(() -> submitted().withdraw(HOME, "no")).isEqualTo("application.not-applicant");
        PracticeApplication filed =
                submitted().consent(HOME, null).accept(HOST, null).file(ASSOCIATION, null);
        refused(() -> filed.withdraw(new Decider("hr", null, InstitutionScope.NONE, NOW), "late"))
                .isEqualTo("application.state");
    }

    @Test
    void sharesOfLiabilityMustSumToExactlyOneHundred() {
        assertThatThrownBy(() ->
                        new LiabilityShares(new BigDecimal("30.00"), new BigDecimal("60.00"), new BigDecimal("9.99")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LiabilityShares(
                        new BigDecimal("33.333"), new BigDecimal("33.333"), new BigDecimal("33.334")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new LiabilityShares(new BigDecimal("-10"), new BigDecimal("100"), new BigDecimal("10")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AbstractThrowableAssert<?, ?> thrown(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(Refusal.class);
    }

    private static org.assertj.core.api.AbstractObjectAssert<?, Object> refused(ThrowingCallable call) {
        return thrown(call).extracting(failure -> (Object) ((Refusal) failure).code());
    }

    private static Decider decider(String actor, @Nullable String code) {
        return new Decider(actor, null, new InstitutionScope(false, code == null ? Set.of() : Set.of(code)), NOW);
    }

    private static PracticeApplication submitted() {
        return PracticeApplication.submitted(UUID.randomUUID(), parties(), terms(), List.of(), "hr", NOW);
    }

    private static ApplicationParties parties() {
        return new ApplicationParties(UUID.randomUUID(), "S00001", UUID.randomUUID(), "H02", UUID.randomUUID(), "T01");
    }

    private static LiabilityShares shares() {
        return new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10"));
    }

    private static AgreementTerms terms() {
        return new AgreementTerms(
                new DatePeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1)),
                12,
                "clinic",
                shares(),
                new Insurance("P", "insurer", Money.ofFen(100), LocalDate.of(2027, 10, 1)));
    }
}
