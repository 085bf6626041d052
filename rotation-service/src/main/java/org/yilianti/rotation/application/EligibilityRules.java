package org.yilianti.rotation.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeQuestion;

/** The index of all conditions for multi-site practice, judged for the first day of the term. */
@Component
class EligibilityRules {

    private final EligibilitySettings settings;
    private final List<EligibilityRule> rules = List.of(
            EligibilityRules::mayPractise,
            this::category,
            this::licenceCategory,
            this::title,
            this::specialtyYears,
            this::institutionHead,
            EligibilityRules::elsewhere,
            EligibilityRules::noSecondAgreement,
            this::hosts,
            this::weeklyHours);

    EligibilityRules(EligibilitySettings settings) {
        this.settings = settings;
    }

    /** Every reason against the candidate, in the order of the rules. */
    List<ApplicationReason> reasons(Candidate candidate) {
        return rules.stream().flatMap(rule -> rule.reasons(candidate)).toList();
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

    private Stream<ApplicationReason> category(Candidate candidate) {
        return unless(
                settings.categories().contains(candidate.member().category()),
                "category",
                "category-not-eligible",
                candidate.member().category().code());
    }

    private Stream<ApplicationReason> licenceCategory(Candidate candidate) {
        List<Licence> licences = candidate.facts().licences();
        return unless(
                licences.isEmpty()
                        || licences.stream().anyMatch(licence -> settings.licenceCategories()
                                .contains(licence.category())),
                "licence-category",
                "licence-category-not-eligible",
                String.join(", ", settings.licenceCategories()));
    }

    private Stream<ApplicationReason> title(Candidate candidate) {
        return unless(
                candidate.member().title().compareTo(settings.minimumTitle()) >= 0,
                "title",
                "title-too-low",
                candidate.member().title().code(),
                settings.minimumTitle().code());
    }

    private Stream<ApplicationReason> specialtyYears(Candidate candidate) {
        LocalDate since = candidate.member().specialtySince();
        LocalDate start = candidate.terms().term().from();
        return unless(
                since != null && !since.plusYears(settings.specialtyYears()).isAfter(start),
                "specialty-years",
                "specialty-too-short",
                settings.specialtyYears());
    }

    private Stream<ApplicationReason> institutionHead(Candidate candidate) {
        return unless(
                !settings.headsExcluded() || !candidate.member().institutionHead(),
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

    private Stream<ApplicationReason> hosts(Candidate candidate) {
        long hosts = candidate.concurrent().stream()
                .map(PracticeAgreement::hostInstitutionId)
                .distinct()
                .count();
        return unless(hosts < settings.maximumHosts(), "hosts", "too-many-hosts", settings.maximumHosts());
    }

    private Stream<ApplicationReason> weeklyHours(Candidate candidate) {
        int hours = candidate.terms().weeklyHours()
                + candidate.concurrent().stream()
                        .mapToInt(agreement -> agreement.terms().weeklyHours())
                        .sum();
        return unless(
                hours <= settings.maximumWeeklyHours(),
                "weekly-hours",
                "too-many-weekly-hours",
                hours,
                settings.maximumWeeklyHours());
    }

    private static Stream<ApplicationReason> unless(boolean fulfilled, String rule, String code, Object... args) {
        return fulfilled ? Stream.empty() : Stream.of(ApplicationReason.of(rule, code, args));
    }
}
