package org.yilianti.rotation.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeQuestion;

/** The index of all conditions for multi-site practice, judged for the first day of the term. */
final class EligibilityRules {

    private static final List<EligibilityRule> ALL = List.of(
            EligibilityRules::mayPractise,
            EligibilityRules::category,
            EligibilityRules::licenceCategory,
            EligibilityRules::title,
            EligibilityRules::specialtyYears,
            EligibilityRules::assessments,
            EligibilityRules::institutionHead,
            EligibilityRules::elsewhere,
            EligibilityRules::noSecondAgreement,
            EligibilityRules::hosts,
            EligibilityRules::weeklyHours);

    private EligibilityRules() {}

    /** Every reason against the candidate, in the order of the rules. */
    static List<ApplicationReason> reasons(Candidate candidate) {
        return ALL.stream().flatMap(rule -> rule.reasons(candidate)).toList();
    }

    /** The lawful-practice rules of the person, as everywhere (M1). */
    private static Stream<ApplicationReason> mayPractise(Candidate candidate) {
        var question = PracticeQuestion.on(
                candidate.terms().term().from(),
                candidate.parties().memberId(),
                candidate.parties().hostId(),
                null);
        return LawfulPractice.decideForPerson(question, candidate.facts())
                .refusals()
                .map(verdict -> ApplicationReason.of(
                        verdict.rule(), verdict.code(), verdict.args().toArray()));
    }

    private static Stream<ApplicationReason> category(Candidate candidate) {
        return unless(
                candidate.policy().categories().contains(candidate.member().category()),
                "category",
                "category-not-eligible",
                candidate.member().category().code());
    }

    private static Stream<ApplicationReason> licenceCategory(Candidate candidate) {
        List<Licence> licences = candidate.facts().licences();
        return unless(
                licences.isEmpty()
                        || licences.stream()
                                .anyMatch(licence ->
                                        candidate.policy().licenceCategories().contains(licence.category())),
                "licence-category",
                "licence-category-not-eligible",
                String.join(", ", candidate.policy().licenceCategories()));
    }

    private static Stream<ApplicationReason> title(Candidate candidate) {
        return unless(
                candidate.member().title().compareTo(candidate.policy().minimumTitle()) >= 0,
                "title",
                "title-too-low",
                candidate.member().title().code(),
                candidate.policy().minimumTitle().code());
    }

    private static Stream<ApplicationReason> specialtyYears(Candidate candidate) {
        LocalDate since = candidate.member().specialtySince();
        LocalDate start = candidate.terms().term().from();
        return unless(
                since != null
                        && !since.plusYears(candidate.policy().specialtyYears()).isAfter(start),
                "specialty-years",
                "specialty-too-short",
                candidate.policy().specialtyYears());
    }

    /** Conditions of 2014: no failed one in the last two cycles. */
    private static Stream<ApplicationReason> assessments(Candidate candidate) {
        LocalDate since =
                candidate.terms().term().from().minusYears(candidate.policy().assessmentYears());
        return candidate
                .assessments()
                .failedSince(since)
                .map(day -> ApplicationReason.of("assessments", "assessment-failed", day, since))
                .stream();
    }

    private static Stream<ApplicationReason> institutionHead(Candidate candidate) {
        return unless(
                !candidate.policy().headsExcluded() || !candidate.member().institutionHead(),
                "institution-head",
                "head-excluded");
    }

    private static Stream<ApplicationReason> elsewhere(Candidate candidate) {
        return unless(
                candidate.facts().appointedAt(candidate.parties().hostId()).stream()
                        .noneMatch(candidate.terms().term()::overlaps),
                "elsewhere",
                "host-is-own-site",
                candidate.parties().hostCode());
    }

    private static Stream<ApplicationReason> noSecondAgreement(Candidate candidate) {
        return unless(
                candidate.concurrent().stream().noneMatch(agreement -> agreement
                        .hostInstitutionId()
                        .equals(candidate.parties().hostId())),
                "no-second-agreement",
                "agreement-exists",
                candidate.parties().hostCode());
    }

    private static Stream<ApplicationReason> hosts(Candidate candidate) {
        long hosts = candidate.concurrent().stream()
                .map(PracticeAgreement::hostInstitutionId)
                .distinct()
                .count();
        return unless(
                hosts < candidate.policy().maximumHosts(),
                "hosts",
                "too-many-hosts",
                candidate.policy().maximumHosts());
    }

    private static Stream<ApplicationReason> weeklyHours(Candidate candidate) {
        int hours = candidate.terms().weeklyHours()
                + candidate.concurrent().stream()
                        .mapToInt(agreement -> agreement.terms().weeklyHours())
                        .sum();
        return unless(
                hours <= candidate.policy().maximumWeeklyHours(),
                "weekly-hours",
                "too-many-weekly-hours",
                hours,
                candidate.policy().maximumWeeklyHours());
    }

    private static Stream<ApplicationReason> unless(boolean fulfilled, String rule, String code, Object... args) {
        return fulfilled ? Stream.empty() : Stream.of(ApplicationReason.of(rule, code, args));
    }
}
