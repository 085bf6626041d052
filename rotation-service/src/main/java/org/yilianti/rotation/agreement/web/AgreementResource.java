package org.yilianti.rotation.agreement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementStatus;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;

/** An agreement as callers see it; percentages as decimals with two places, money in fen. */
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
        AgreementStatus status,
        @Nullable String statusReason,
        LocalDate statusFrom,
        List<AgreementCause> causes) {

    /** Why it does not let the member practise on certain days; {@code until} is the first day after them. */
    record AgreementCause(
            String code,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /** Shares of the medical risk. */
    record AgreedLiability(String homePercent, String hostPercent, String memberPercent) {}

    /** The insurance policy. */
    record AgreedInsurance(String policyNumber, String insurer, long coverFen, LocalDate validTo) {}

    static AgreementResource of(PracticeAgreement agreement) {
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
                new AgreedLiability(
                        terms.liability().homePercent().toPlainString(),
                        terms.liability().hostPercent().toPlainString(),
                        terms.liability().memberPercent().toPlainString()),
                new AgreedInsurance(
                        terms.insurance().policyNumber(),
                        terms.insurance().insurer(),
                        terms.insurance().cover().fen(),
                        terms.insurance().validTo()),
                agreement.standing().status(),
                agreement.standing().reason(),
                agreement.standing().from(),
                agreement.standing().causes().stream()
                        .map(cause -> new AgreementCause(cause.code(), cause.from(), cause.until(), cause.note()))
                        .toList());
    }
}
