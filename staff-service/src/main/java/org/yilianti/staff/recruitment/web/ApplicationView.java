package org.yilianti.staff.recruitment.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.Application.Decision;
import org.yilianti.staff.recruitment.Application.Hire;
import org.yilianti.staff.recruitment.Application.Offer;
import org.yilianti.staff.recruitment.Candidate;
import org.yilianti.staff.recruitment.Finding;

/**
 * An application as it is shown: national id and phone masked but for their last four characters.
 *
 * @param externalId the number that the office gave out, unique in the campaign; the id itself when there is none
 * @param seat {@code open}, or the ground of a reserved place
 * @param answerUntil last day to answer the offer
 */
record ApplicationView(
        UUID id,
        long version,
        String externalId,
        UUID campaignId,
        UUID positionId,
        String institutionCode,
        String name,
        @Nullable String nameLatin,
        String sex,
        LocalDate birthDate,
        @Nullable String nationalId,
        @Nullable String phone,
        String education,
        String title,
        @Nullable LocalDate titleSince,
        @Nullable String specialty,
        @Nullable String licenceNumber,
        List<String> grounds,
        String state,
        @Nullable DecisionView decision,
        @Nullable BigDecimal paper,
        @Nullable BigDecimal interview,
        @Nullable String seat,
        @Nullable LocalDate answerUntil,
        @Nullable UUID memberId,
        @Nullable UUID appointmentId,
        Instant appliedAt,
        String appliedBy) {

    /** One condition with what it asks for in words. */
    record ApplicationConditionView(String rule, boolean met, String required, String actual, String message) {}

    /** A decision with every condition, met or not. */
    record DecisionView(
            List<ApplicationConditionView> conditions,
            List<String> grounds,
            @Nullable String note,
            Instant at,
            String by) {

        static DecisionView of(Decision decision, ProblemFactory texts, Locale locale) {
            return new DecisionView(
                    decision.findings().stream()
                            .map(finding -> condition(finding, texts, locale))
                            .toList(),
                    decision.grounds(),
                    decision.note(),
                    decision.at(),
                    decision.by());
        }

        /** A word in the reader's language; whatever is none stays as it is. */
        private static String word(String value, ProblemFactory texts, Locale locale) {
            int at = value.startsWith("≥ ") || value.startsWith("≤ ") ? 2 : 0;
            String key = "recruitment.value." + value.substring(at);
            String text = texts.text(key, null, locale);
            return text.equals(key) ? value : value.substring(0, at) + text;
        }

        private static ApplicationConditionView condition(Finding finding, ProblemFactory texts, Locale locale) {
            Object[] values = {word(finding.required(), texts, locale), word(finding.actual(), texts, locale)};
            String message = texts.text("recruitment.condition." + finding.rule(), values, locale);
            return new ApplicationConditionView(
                    finding.rule(), finding.met(), finding.required(), finding.actual(), message);
        }
    }

    static ApplicationView of(Application application, ProblemFactory texts, Locale locale) {
        Candidate candidate = application.candidate();
        Decision decision = application.decision();
        Optional<Offer> offer = Optional.ofNullable(application.offer());
        Optional<Hire> hire = Optional.ofNullable(application.hire());
        return new ApplicationView(
                application.id(),
                application.version(),
                application.externalId(),
                application.campaign(),
                application.position(),
                application.institution().code(),
                candidate.name(),
                candidate.nameLatin(),
                candidate.sex().code(),
                candidate.birthDate(),
                Optional.ofNullable(candidate.nationalId())
                        .map(NationalId::masked)
                        .orElse(null),
                Optional.ofNullable(candidate.phone()).map(Phone::masked).orElse(null),
                candidate.education().code(),
                candidate.title().code(),
                candidate.titleSince(),
                candidate.specialty(),
                candidate.licenceNumber(),
                candidate.grounds(),
                application.state().code(),
                decision == null ? null : DecisionView.of(decision, texts, locale),
                application.scores().paper(),
                application.scores().interview(),
                offer.map(Offer::seat).orElse(null),
                offer.map(Offer::answerUntil).orElse(null),
                hire.map(as -> as.member().value()).orElse(null),
                hire.map(as -> as.appointment().value()).orElse(null),
                application.appliedAt(),
                application.appliedBy());
    }
}
