package org.yilianti.rotation.agreement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.web.TermsResource.AgreedInsurance;
import org.yilianti.rotation.agreement.web.TermsResource.AgreedLiability;

/**
 * An agreement as callers see it, with the terms last agreed; those in force on a day are among its versions.
 *
 * @param statusMessage the reason in the caller's language; null while active
 * @param termsVersion number of the version last agreed
 */
record AgreementResource(
        UUID id,
        long version,
        UUID applicationId,
        UUID memberId,
        UUID homeInstitutionId,
        UUID institutionId,
        LocalDate validFrom,
        LocalDate validTo,
        int weeklyHours,
        String tasks,
        AgreedLiability liability,
        AgreedInsurance insurance,
        TermsResource terms,
        int termsVersion,
        AgreementStatus status,
        @Nullable String statusReason,
        @Nullable String statusMessage,
        LocalDate statusFrom,
        List<AgreementCause> causes) {

    /** Why it does not let the member practise on certain days; {@code until} is the first day after them, the message in the caller's language. */
    record AgreementCause(
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note,
            String message) {}

    static AgreementResource of(PracticeAgreement agreement, ProblemFactory texts, Locale locale) {
        AgreementTerms terms = agreement.terms();
        return new AgreementResource(
                agreement.id(),
                agreement.version(),
                agreement.applicationId(),
                agreement.memberId(),
                agreement.homeInstitutionId(),
                agreement.hostInstitutionId(),
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                AgreedLiability.of(terms.liability()),
                AgreedInsurance.of(terms.insurance()),
                TermsResource.of(terms),
                agreement.versions().size(),
                agreement.standing().status(),
                agreement.standing().reason(),
                message(agreement.standing().reason(), texts, locale),
                agreement.standing().from(),
                agreement.standing().causes().stream()
                        .map(cause -> new AgreementCause(
                                cause.code(),
                                cause.from(),
                                cause.until(),
                                cause.note(),
                                String.valueOf(message(cause.code(), texts, locale))))
                        .toList());
    }

    /** The reason in the caller's language; what a registrar wrote is told as it is. */
    private static @Nullable String message(@Nullable String reason, ProblemFactory texts, Locale locale) {
        if (reason == null) {
            return null;
        }
        String key = "rule." + reason;
        String text = texts.text(key, null, locale);
        return text.equals(key) ? reason : text;
    }
}
