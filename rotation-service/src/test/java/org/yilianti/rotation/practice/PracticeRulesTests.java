package org.yilianti.rotation.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreedTerms;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementStanding;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

class PracticeRulesTests {

    private static final UUID ASSOCIATION = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 19);

    @Test
    void aPhysicianWithAValidLicenceMayPractiseAtTheOwnSite() {
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN, licence())))
                .isEmpty();
    }

    @Test
    void everyRuleGivesAVerdictWithItsClause() {
        assertThat(PracticeRules.decide(at(HOME), facts(StaffCategory.PHYSICIAN, licence()))
                        .verdicts())
                .hasSize(13)
                .allSatisfy(verdict -> assertThat(verdict.clause()).isNotBlank())
                .extracting(PracticeVerdict::rule)
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnknownPersonIsRefused() {
        assertThat(refusals(at(HOME), PracticeFacts.UNKNOWN))
                .containsExactly("unknown-member", "not-employed", "no-appointment-or-agreement");
    }

    @Test
    void somebodyWhoseAppointmentEndsWithinTheSpanIsRefused() {
        var facts = new PracticeFacts(
                member(StaffCategory.PHYSICIAN),
                List.of(appointment(new DatePeriod(LocalDate.of(2012, 8, 1), DAY))),
                List.of(licence()),
                List.of());
        assertThat(refusals(at(HOME), facts)).containsExactly("not-employed", "no-appointment-or-agreement");
    }

    @Test
    void aPhysicianWithoutALicenceIsRefused() {
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN))).containsExactly("licence-missing");
    }

    @Test
    void aNurseIsRefusedWithALicenceOfAPhysician() {
        assertThat(refusals(at(HOME), facts(StaffCategory.NURSE, licence()))).containsExactly("licence-missing");
    }

    @Test
    void anAssistantsPostMayBeFilledOnAPhysiciansLicence() {
        assertThat(refusals(at(HOME), facts(StaffCategory.ASSISTANT_PHYSICIAN, licence())))
                .isEmpty();
    }

    @Test
    void managementNeedsNoLicence() {
        assertThat(refusals(at(HOME), facts(StaffCategory.MANAGEMENT))).isEmpty();
    }

    @Test
    void managementNeedsAnAppointmentAtTheSiteEvenUnderAnAgreement() {
        var facts = new PracticeFacts(
                member(StaffCategory.MANAGEMENT),
                List.of(appointment(DatePeriod.from(LocalDate.of(2012, 8, 1)))),
                List.of(),
                List.of(agreement(AgreementStatus.ACTIVE, DAY)));
        assertThat(refusals(at(HOST), facts)).isNotEmpty();
    }

    @Test
    void aClinicalLicenceDoesNotCoverDentistry() {
        var question = PracticeQuestion.on(DAY, PERSON, HOME, "dentistry");
        assertThat(refusals(question, facts(StaffCategory.PHYSICIAN, licence())))
                .containsExactly("licence-category-unfit");
    }

    @Test
    void aClinicalLicenceCoversCardiology() {
        var question = PracticeQuestion.on(DAY, PERSON, HOME, "cardiology");
        assertThat(refusals(question, facts(StaffCategory.PHYSICIAN, licence())))
                .isEmpty();
    }

    @Test
    void aCategoryOrScopeThatNoLicenceHasIsRefused() {
        var asked = new PracticeQuestion(
                PERSON,
                HOME,
                new Activity(null, "dental", "orthopaedics", null, null),
                new DatePeriod(DAY, DAY.plusDays(1)),
                0);
        assertThat(refusals(asked, facts(StaffCategory.PHYSICIAN, licence()))).startsWith("licence-category-other");
        assertThat(refusals(asked, facts(StaffCategory.MANAGEMENT))).isEmpty();
    }

    @Test
    void aGradedProcedureNeedsItsTitleAndADutyItsCategory() {
        var asked = new PracticeQuestion(
                PERSON,
                HOME,
                new Activity(null, null, null, "surgery-4", "nurse"),
                new DatePeriod(DAY, DAY.plusDays(1)),
                0);
        assertThat(refusals(asked, facts(StaffCategory.PHYSICIAN, licence())))
                .containsExactly("procedure-title-too-low", "duty-of-other-category");
    }

    @Test
    void anExpiredLicenceIsRefusedFromItsLastDayOn() {
        var expired = licence(new DatePeriod(LocalDate.of(2012, 8, 1), DAY), null, null);
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN, expired))).containsExactly("licence-expired");
        assertThat(refusals(
                        PracticeQuestion.on(DAY.minusDays(1), PERSON, HOME, null),
                        facts(StaffCategory.PHYSICIAN, expired)))
                .isEmpty();
    }

    @Test
    void aLicenceThatBeginsTomorrowIsRefusedToday() {
        var later = licence(DatePeriod.from(DAY.plusDays(1)), null, null);
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN, later))).containsExactly("licence-not-yet-valid");
    }

    @Test
    void aRenewedLicenceContinuesTheOneBefore() {
        var old = licence(new DatePeriod(LocalDate.of(2012, 8, 1), DAY), null, null);
        var renewed = licence(DatePeriod.from(DAY), null, null);
        var span = new PracticeQuestion(
                PERSON, HOME, Activity.of(null), new DatePeriod(DAY.minusDays(3), DAY.plusDays(3)), 0);
        assertThat(refusals(span, facts(StaffCategory.PHYSICIAN, renewed, old))).isEmpty();
    }

    @Test
    void oneSuspendedDayInTheSpanIsEnoughToRefuse() {
        var suspended = licence(
                DatePeriod.from(LocalDate.of(2012, 8, 1)), new DatePeriod(DAY.plusDays(2), DAY.plusDays(3)), null);
        var span = new PracticeQuestion(PERSON, HOME, Activity.of(null), new DatePeriod(DAY, DAY.plusDays(5)), 0);
        assertThat(refusals(span, facts(StaffCategory.PHYSICIAN, suspended))).containsExactly("licence-suspended");
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN, suspended)))
                .isEmpty();
    }

    @Test
    void aRevokedLicenceIsRefusedAsOfTheRevocation() {
        var revoked = licence(DatePeriod.from(LocalDate.of(2012, 8, 1)), null, DAY);
        assertThat(refusals(at(HOME), facts(StaffCategory.PHYSICIAN, revoked))).containsExactly("licence-revoked");
    }

    @Test
    void elsewhereAnActiveAgreementIsNeeded() {
        assertThat(refusals(at(HOST), facts(StaffCategory.PHYSICIAN, licence())))
                .containsExactly("no-appointment-or-agreement");
        assertThat(refusals(at(HOST), withAgreement(AgreementStatus.ACTIVE, DAY)))
                .isEmpty();
    }

    @Test
    void anAgreementSuspendedFromTheDayOnIsRefusedThatDayAndNotTheDayBefore() {
        assertThat(refusals(at(HOST), withAgreement(AgreementStatus.SUSPENDED, DAY)))
                .containsExactly("agreement-suspended");
        assertThat(refusals(
                        PracticeQuestion.on(DAY.minusDays(1), PERSON, HOST, null),
                        withAgreement(AgreementStatus.SUSPENDED, DAY)))
                .isEmpty();
    }

    @Test
    void anEndedAgreementIsRefused() {
        assertThat(refusals(at(HOST), withAgreement(AgreementStatus.ENDED, DAY)))
                .containsExactly("agreement-ended");
    }

    @Test
    void moreHoursThanAgreedAreRefusedAndExactlyThoseAgreedAreNot() {
        var days = new DatePeriod(DAY, DAY.plusDays(1));
        assertThat(refusals(
                        new PracticeQuestion(PERSON, HOST, Activity.of(null), days, 8 * 60 + 1),
                        withAgreement(AgreementStatus.ACTIVE, DAY)))
                .containsExactly("weekly-hours-exceeded");
        assertThat(refusals(
                        new PracticeQuestion(PERSON, HOST, Activity.of(null), days, 8 * 60),
                        withAgreement(AgreementStatus.ACTIVE, DAY)))
                .isEmpty();
    }

    private static List<String> refusals(PracticeQuestion question, PracticeFacts facts) {
        return PracticeRules.decide(question, facts)
                .refusals()
                .map(PracticeVerdict::code)
                .toList();
    }

    private static PracticeQuestion at(UUID site) {
        return PracticeQuestion.on(DAY, PERSON, site, null);
    }

    private static PracticeFacts facts(StaffCategory category, Licence... licences) {
        return new PracticeFacts(
                member(category),
                List.of(appointment(DatePeriod.from(LocalDate.of(2012, 8, 1)))),
                List.of(licences),
                List.of());
    }

    private static PracticeFacts withAgreement(AgreementStatus status, LocalDate from) {
        return new PracticeFacts(
                member(StaffCategory.PHYSICIAN),
                List.of(appointment(DatePeriod.from(LocalDate.of(2012, 8, 1)))),
                List.of(licence()),
                List.of(agreement(status, from)));
    }

    private static Member member(StaffCategory category) {
        return new Member(
                PERSON, ASSOCIATION, "S1", "somebody", category, Title.INTERMEDIATE, "cardiology", null, false);
    }

    private static Appointment appointment(DatePeriod period) {
        return new Appointment(UUID.randomUUID(), PERSON, HOME, 100, true, period);
    }

    private static Licence licence() {
        return licence(DatePeriod.from(LocalDate.of(2012, 8, 1)), null, null);
    }

    private static Licence licence(
            DatePeriod validity, @Nullable DatePeriod suspension, @Nullable LocalDate revokedFrom) {
        return new Licence(
                UUID.randomUUID(),
                ASSOCIATION,
                PERSON,
                "1",
                "physician",
                "clinical",
                null,
                HOME,
                validity,
                suspension,
                revokedFrom);
    }

    private static PracticeAgreement agreement(AgreementStatus status, LocalDate from) {
        var term = new DatePeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 10, 1));
        return new PracticeAgreement(
                UUID.randomUUID(),
                ASSOCIATION,
                1,
                new AgreementParties(UUID.randomUUID(), PERSON, HOME, HOST),
                AgreedTerms.of(new AgreementTerms(
                        term,
                        8,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P1", "insurer", Money.ofFen(1), LocalDate.of(2027, 10, 1)))),
                new AgreementStanding(status, status == AgreementStatus.ACTIVE ? null : "reason", from));
    }
}
