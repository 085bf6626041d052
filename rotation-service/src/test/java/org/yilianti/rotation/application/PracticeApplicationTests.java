package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.directory.AssociationZone;

class PracticeApplicationTests {

    private static final Instant NOW = Instant.parse("2026-09-20T01:00:00Z");
    private static final WorkflowPolicy POLICY = WorkflowPolicy.standard();
    private static final Decider HOME = decider("home", "H02");
    private static final Decider HOST = decider("host", "T01");
    private static final Decider ASSOCIATION = by("filing", null, InstitutionScope.ALL);

    @Test
    void itIsConsentedAcceptedAndFiledAndKeepsItsHistory() {
        PracticeApplication filed = submitted()
                .approve(ApplicationState.CONSENTED, HOME, POLICY, "yes")
                .approve(ApplicationState.ACCEPTED, HOST, POLICY, null)
                .approve(ApplicationState.FILED, ASSOCIATION, POLICY, null);
        assertThat(filed.state()).isEqualTo(ApplicationState.FILED);
        assertThat(filed.version()).isEqualTo(4);
        assertThat(filed.history()).extracting(ApplicationStep::actor).containsExactly("hr", "home", "host", "filing");
        assertThat(filed.agreement().standing().status()).isEqualTo(AgreementStatus.ACTIVE);
    }

    @Test
    void reasonsOfRulesRefuseItAtOnceAndNothingCanFollow() {
        PracticeApplication refused =
                handedIn(List.of(ApplicationReason.of("licence-valid", "licence-expired", "2026-09-01")));
        assertThat(refused.state()).isEqualTo(ApplicationState.REFUSED);
        assertThat(refused.history().getLast().actor()).isEqualTo(PracticeApplication.RULES);
        refused(() -> refused.approve(ApplicationState.CONSENTED, HOME, POLICY, null))
                .isEqualTo("application.closed");
    }

    @Test
    void nobodyTakesTwoSteps() {
        Decider both = by("both", null, InstitutionScope.ALL);
        PracticeApplication consented = submitted().approve(ApplicationState.CONSENTED, both, POLICY, null);
        refused(() -> consented.approve(ApplicationState.ACCEPTED, both, POLICY, null))
                .isEqualTo("application.four-eyes");
        refused(() -> consented.refuse(both, "no")).isEqualTo("application.four-eyes");
        PracticeApplication accepted = consented.approve(ApplicationState.ACCEPTED, HOST, POLICY, null);
        refused(() -> accepted.approve(ApplicationState.FILED, both, POLICY, null))
                .isEqualTo("application.four-eyes");
    }

    @Test
    void whoSubmittedDoesNotDecide() {
        Decider applicant = by("hr", null, InstitutionScope.ALL);
        refused(() -> submitted().approve(ApplicationState.CONSENTED, applicant, POLICY, null))
                .isEqualTo("application.four-eyes");
    }

    @Test
    void nobodyDecidesOnTheirOwnApplication() {
        Decider self = by("self", "S00001", InstitutionScope.ALL);
        refused(() -> submitted().approve(ApplicationState.CONSENTED, self, POLICY, null))
                .isEqualTo("application.own");
    }

    @Test
    void onlyTheHomeInstitutionConsentsAndOnlyTheHostAccepts() {
        refused(() -> submitted().approve(ApplicationState.CONSENTED, HOST, POLICY, null))
                .isEqualTo("access.institution");
        PracticeApplication consented = submitted().approve(ApplicationState.CONSENTED, HOME, POLICY, null);
        refused(() -> consented.approve(ApplicationState.ACCEPTED, decider("other", "H02"), POLICY, null))
                .isEqualTo("access.institution");
    }

    @Test
    void onlyARegistrarOfTheWholeAssociationFiles() {
        PracticeApplication accepted = submitted()
                .approve(ApplicationState.CONSENTED, HOME, POLICY, null)
                .approve(ApplicationState.ACCEPTED, HOST, POLICY, null);
        Decider local = by("local", null, new InstitutionScope(false, Set.of("H02", "T01")));
        refused(() -> accepted.approve(ApplicationState.FILED, local, POLICY, null))
                .isEqualTo("access.institution");
    }

    @Test
    void noStepIsSkippedOrRepeated() {
        refused(() -> submitted().approve(ApplicationState.ACCEPTED, HOST, POLICY, null))
                .isEqualTo("application.state");
        refused(() -> submitted().approve(ApplicationState.FILED, ASSOCIATION, POLICY, null))
                .isEqualTo("application.state");
        PracticeApplication consented = submitted().approve(ApplicationState.CONSENTED, HOME, POLICY, null);
        refused(() -> consented.approve(ApplicationState.CONSENTED, decider("second", "H02"), POLICY, null))
                .isEqualTo("application.state");
    }

    @Test
    void whoeverIsToDecideMayRefuse() {
        assertThat(submitted().refuse(HOME, "no cover").state()).isEqualTo(ApplicationState.REFUSED);
        PracticeApplication consented = submitted().approve(ApplicationState.CONSENTED, HOME, POLICY, null);
        refused(() -> consented.refuse(decider("late", "H02"), "no")).isEqualTo("access.institution");
        assertThat(consented.refuse(HOST, "no room").state()).isEqualTo(ApplicationState.REFUSED);
        PracticeApplication accepted = consented.approve(ApplicationState.ACCEPTED, HOST, POLICY, null);
        assertThat(accepted.refuse(ASSOCIATION, "no").state()).isEqualTo(ApplicationState.REFUSED);
    }

    @Test
    void theApplicantOrTheMemberWithdrawsWhileItIsPending() {
        assertThat(submitted()
                        .withdraw(by("hr", null, InstitutionScope.NONE), "later")
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(submitted()
                        .withdraw(by("d", "S00001", InstitutionScope.NONE), "later")
                        .state())
                .isEqualTo(ApplicationState.WITHDRAWN);
        refused(() -> submitted().withdraw(HOME, "no")).isEqualTo("application.not-applicant");
        PracticeApplication filed = submitted()
                .approve(ApplicationState.CONSENTED, HOME, POLICY, null)
                .approve(ApplicationState.ACCEPTED, HOST, POLICY, null)
                .approve(ApplicationState.FILED, ASSOCIATION, POLICY, null);
        refused(() -> filed.withdraw(by("hr", null, InstitutionScope.NONE), "late"))
                .isEqualTo("application.closed");
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

    @Test
    void aDraftIsChangedAndHandedInByItsMakerOnly() {
        PracticeApplication draft = PracticeApplication.drafted(
                UUID.randomUUID(), new ApplicationSubject(parties(), terms(), null), "hr", NOW);
        refused(() -> draft.submitted(HOME, POLICY, List.of())).isEqualTo("application.not-maker");
        refused(() -> draft.approve(ApplicationState.CONSENTED, HOME, POLICY, null))
                .isEqualTo("application.closed");
        PracticeApplication submitted = draft.submitted(by("hr", null, InstitutionScope.NONE), POLICY, List.of());
        assertThat(submitted.history())
                .extracting(ApplicationStep::action)
                .containsExactly(StepAction.DRAFTED, StepAction.SUBMITTED);
        refused(() -> submitted.revised(by("hr", null, InstitutionScope.NONE), terms()))
                .isEqualTo("application.state");
    }

    @Test
    void aQuestionHoldsTheDecisionUntilItIsAnsweredAndStartsTheTimeAnew() {
        PracticeApplication asked = submitted().ask(HOME, "which clinic?");
        refused(() -> asked.approve(ApplicationState.CONSENTED, HOME, POLICY, null))
                .isEqualTo("application.question-open");
        refused(() -> asked.ask(HOME, "and?")).isEqualTo("application.question-open");
        refused(() -> asked.answer(HOME, POLICY, "I do not know")).isEqualTo("application.not-applicant");
        assertThat(asked.progress().dueOn())
                .as("nobody is late while the applicant is asked")
                .isNull();
        PracticeApplication answered = asked.answer(by("hr", null, InstitutionScope.NONE), POLICY, "the heart clinic");
        assertThat(answered.progress().dueOn()).isEqualTo(submitted().progress().dueOn());
        assertThat(answered.approve(ApplicationState.CONSENTED, HOME, POLICY, null)
                        .state())
                .as("whoever asked may decide")
                .isEqualTo(ApplicationState.CONSENTED);
    }

    @Test
    void aDelegateDecidesInThePlaceOfAnotherAndBothAreHands() {
        PracticeApplication consented = submitted()
                .approve(
                        ApplicationState.CONSENTED, delegate("deputy", "H02", List.of("home"), Set.of()), POLICY, null);
        assertThat(consented.history().getLast().onBehalfOf()).containsExactly("home");
        assertThat(consented.hands()).containsExactlyInAnyOrder("hr", "deputy", "home");
        Decider lender = by("home", null, InstitutionScope.ALL);
        refused(() -> consented.approve(ApplicationState.ACCEPTED, lender, POLICY, null))
                .isEqualTo("application.four-eyes");
    }

    @Test
    void powerThatComesFromTheMakerOrTheMemberDecidesNothing() {
        Decider ofMaker = delegate("deputy", "H02", List.of("middle", "hr"), Set.of());
        refused(() -> submitted().approve(ApplicationState.CONSENTED, ofMaker, POLICY, null))
                .isEqualTo("application.four-eyes-delegated");
        Decider ofMember = delegate("deputy", "H02", List.of("doctor-as-registrar"), Set.of("S00001"));
        refused(() -> submitted().approve(ApplicationState.CONSENTED, ofMember, POLICY, null))
                .isEqualTo("application.four-eyes-delegated");
    }

    @Test
    void anOverdueApplicationIsRemindedThenEscalatedThenExpires() {
        PracticeApplication submitted = submitted();
        assertThat(submitted.progress().dueOn())
                .as("20 working days after Sunday 20 September")
                .isEqualTo(LocalDate.of(2026, 10, 16));
        Decider association =
                new Decider("admin", null, Map.of(Role.ASSOCIATION_ADMIN, InstitutionScope.ALL), List.of(), NOW);
        refused(() -> submitted.approve(ApplicationState.CONSENTED, association, POLICY, null))
                .isEqualTo("access.institution");
        assertThat(submitted.overtaken(NOW)).isSameAs(submitted);
        PracticeApplication reminded = submitted.overtaken(on(LocalDate.of(2026, 10, 9)));
        assertThat(reminded.history().getLast().action()).isEqualTo(StepAction.REMINDED);
        assertThat(reminded.overtaken(on(LocalDate.of(2026, 10, 15)))).isSameAs(reminded);
        PracticeApplication escalated = reminded.overtaken(on(LocalDate.of(2026, 10, 16)));
        assertThat(escalated.progress().escalated()).isTrue();
        assertThat(escalated
                        .approve(ApplicationState.CONSENTED, association, POLICY, null)
                        .state())
                .isEqualTo(ApplicationState.CONSENTED);
        PracticeApplication expired = escalated.overtaken(on(LocalDate.of(2026, 12, 11)));
        assertThat(expired.state()).isEqualTo(ApplicationState.EXPIRED);
        refused(() -> expired.approve(ApplicationState.CONSENTED, HOME, POLICY, null))
                .isEqualTo("application.closed");
    }

    @Test
    void anAssociationMayAskForTwoConsentsOfTheHomeInstitution() {
        Level consent = POLICY.levels().getFirst();
        var levels = Stream.concat(Stream.of(consent), POLICY.levels().stream()).toList();
        WorkflowPolicy twice = new WorkflowPolicy(levels, 15, 60, Set.of());
        PracticeApplication once = handedIn(twice, List.of()).approve(ApplicationState.CONSENTED, HOME, twice, null);
        assertThat(once.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(once.history().getLast().action()).isEqualTo(StepAction.APPROVED);
        refused(() -> once.approve(ApplicationState.CONSENTED, HOME, twice, null))
                .isEqualTo("application.four-eyes");
        assertThat(once.approve(ApplicationState.CONSENTED, decider("second", "H02"), twice, null)
                        .state())
                .isEqualTo(ApplicationState.CONSENTED);
    }

    @Test
    void aPolicyThatLeavesAnOfficeOutOrExpiresBeforeItEscalatesIsRefused() {
        List<Level> levels = POLICY.levels();
        assertThatThrownBy(() -> new WorkflowPolicy(levels.subList(1, 3), 15, 60, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkflowPolicy(levels.reversed(), 15, 60, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkflowPolicy(levels, 15, 20, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant on(LocalDate day) {
        return AssociationZone.startOf(day);
    }

    private static Decider by(String actor, @Nullable String staffNo, InstitutionScope scope) {
        return new Decider(actor, staffNo, Map.of(Role.REGISTRAR, scope), List.of(), NOW);
    }

    private static Decider delegate(String actor, String code, List<String> chain, Set<String> staffNos) {
        return new Decider(actor, null, Map.of(), List.of(new Mandate(Role.REGISTRAR, code, chain, staffNos)), NOW);
    }

    private static Decider decider(String actor, @Nullable String code) {
        return by(actor, null, new InstitutionScope(false, code == null ? Set.of() : Set.of(code)));
    }

    private static PracticeApplication submitted() {
        return handedIn(List.of());
    }

    private static PracticeApplication handedIn(List<ApplicationReason> reasons) {
        return handedIn(POLICY, reasons);
    }

    private static PracticeApplication handedIn(WorkflowPolicy policy, List<ApplicationReason> reasons) {
        return PracticeApplication.handedIn(
                UUID.randomUUID(),
                new ApplicationSubject(parties(), terms(), null),
                by("hr", null, InstitutionScope.NONE),
                policy,
                reasons);
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
