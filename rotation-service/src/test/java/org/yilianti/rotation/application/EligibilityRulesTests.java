package org.yilianti.rotation.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Assessment;
import org.yilianti.rotation.directory.AssessmentRecord;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;
import org.yilianti.rotation.practice.PracticeFacts;

class EligibilityRulesTests {

    private static final UUID ASSOCIATION = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID HOME = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2027, 10, 1);

    private final Member member = member(StaffCategory.PHYSICIAN, Title.INTERMEDIATE, START.minusYears(5), false);

    @Test
    void aPhysicianOfFiveYearsWithTheTitleIntermediateIsEligible() {
        assertThat(reasons(member, "clinical", END, List.of())).isEmpty();
    }

    @Test
    void aDayLessThanFiveYearsIsTooShort() {
        Member young = member(
                StaffCategory.PHYSICIAN, Title.INTERMEDIATE, START.minusYears(5).plusDays(1), false);
        assertThat(reasons(young, "clinical", END, List.of())).containsExactly("specialty-too-short");
    }

    @Test
    void aJuniorTitleIsTooLow() {
        Member junior = member(StaffCategory.PHYSICIAN, Title.JUNIOR, START.minusYears(9), false);
        assertThat(reasons(junior, "clinical", END, List.of())).containsExactly("title-too-low");
    }

    @Test
    void anAssistantPhysicianIsNotOfTheCategory() {
        Member assistant = member(StaffCategory.ASSISTANT_PHYSICIAN, Title.SENIOR, START.minusYears(9), false);
        assertThat(reasons(assistant, "clinical", END, List.of())).containsExactly("category-not-eligible");
    }

    @Test
    void aPublicHealthLicenceIsNotOfTheCategories() {
        assertThat(reasons(member, "public-health", END, List.of())).containsExactly("licence-category-not-eligible");
    }

    @Test
    void aLicenceThatExpiresOnTheFirstDayOfTheTermRefuses() {
        assertThat(reasons(member, "clinical", START, List.of())).containsExactly("licence-expired");
    }

    @Test
    void headsMayInsideTheAssociationUnlessThePolicyExcludesThem() {
        Member head = member(StaffCategory.PHYSICIAN, Title.SENIOR, START.minusYears(9), true);
        assertThat(reasons(head, "clinical", END, List.of())).isEmpty();
        var strict = new EligibilityPolicy(
                Set.of(StaffCategory.PHYSICIAN), Set.of("clinical"), Title.INTERMEDIATE, 5, 6, true, 3, 20);
        assertThat(EligibilityRules.reasons(candidate(head, "clinical", END, List.of(), AssessmentRecord.NONE, strict)))
                .extracting(ApplicationReason::code)
                .containsExactly("head-excluded");
    }

    @Test
    void aFourthHostIsOneTooMany() {
        List<PracticeAgreement> three = IntStream.range(0, 3)
                .mapToObj(index -> agreement(UUID.randomUUID(), 1))
                .toList();
        assertThat(reasons(member, "clinical", END, three)).containsExactly("too-many-hosts");
        assertThat(reasons(member, "clinical", END, three.subList(0, 2))).isEmpty();
    }

    @Test
    void allAgreementsTogetherKeepToTheWeeklyHours() {
        assertThat(reasons(member, "clinical", END, List.of(agreement(UUID.randomUUID(), 8))))
                .isEmpty();
        assertThat(reasons(member, "clinical", END, List.of(agreement(UUID.randomUUID(), 9))))
                .containsExactly("too-many-weekly-hours");
    }

    @Test
    void aSecondAgreementWithTheSameHostRefuses() {
        assertThat(reasons(member, "clinical", END, List.of(agreement(HOST, 1))))
                .containsExactly("agreement-exists");
    }

    @Test
    void anAssessmentFailedInTheLastTwoCyclesRefusesAndAnEarlierOneDoesNot() {
        assertThat(EligibilityRules.reasons(assessed(START.minusYears(6))))
                .extracting(ApplicationReason::code)
                .containsExactly("assessment-failed");
        assertThat(EligibilityRules.reasons(assessed(START.minusYears(6).minusDays(1))))
                .isEmpty();
    }

    private Candidate assessed(LocalDate failedOn) {
        var failed = new Assessment(UUID.randomUUID(), ASSOCIATION, PERSON, failedOn, false, false, null);
        return candidate(
                member,
                "clinical",
                END,
                List.of(),
                new AssessmentRecord(List.of(failed)),
                EligibilityPolicy.standard());
    }

    private static List<String> reasons(
            Member member, String licenceCategory, LocalDate licenceEnds, List<PracticeAgreement> agreements) {
        return EligibilityRules.reasons(candidate(
                        member,
                        licenceCategory,
                        licenceEnds,
                        agreements,
                        AssessmentRecord.NONE,
                        EligibilityPolicy.standard()))
                .stream()
                .map(ApplicationReason::code)
                .toList();
    }

    private static Candidate candidate(
            Member member,
            String licenceCategory,
            LocalDate licenceEnds,
            List<PracticeAgreement> agreements,
            AssessmentRecord assessments,
            EligibilityPolicy policy) {
        var licence = new Licence(
                UUID.randomUUID(),
                ASSOCIATION,
                PERSON,
                "1",
                "physician",
                licenceCategory,
                null,
                HOME,
                new DatePeriod(START.minusYears(9), licenceEnds),
                null,
                null);
        var appointment =
                new Appointment(UUID.randomUUID(), PERSON, HOME, 100, true, DatePeriod.from(START.minusYears(9)));
        return new Candidate(
                new ApplicationParties(PERSON, "S1", HOME, "H02", HOST, "T01"),
                terms(12),
                new PracticeFacts(member, List.of(appointment), List.of(licence), agreements),
                assessments,
                policy);
    }

    private static Member member(StaffCategory category, Title title, LocalDate since, boolean head) {
        return new Member(PERSON, ASSOCIATION, "S1", "somebody", category, title, "cardiology", since, head);
    }

    private static PracticeAgreement agreement(UUID host, int hours) {
        return PracticeAgreement.concluded(
                ASSOCIATION, new AgreementParties(UUID.randomUUID(), PERSON, HOME, host), terms(hours));
    }

    private static AgreementTerms terms(int hours) {
        return new AgreementTerms(
                new DatePeriod(START, END),
                hours,
                "clinic",
                new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                new Insurance("P", "insurer", Money.ofFen(1), END));
    }
}
