package org.yilianti.rotation.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.agreement-changed.v1}: the public state of an agreement at a version. */
record AgreementChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID applicationId,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        LocalDate validFrom,
        LocalDate validTo,
        int weeklyHours,
        int termsVersion,
        AgreementStatus status,
        @Nullable String statusReason,
        LocalDate statusFrom) {

    static OutboxEvent of(PracticeAgreement agreement) {
        return OutboxEvent.state(
                "rotation.agreements",
                "rotation.agreement-changed.v1",
                agreement.association(),
                agreement.id(),
                agreement.version(),
                new AgreementChanged(
                        agreement.id(),
                        agreement.association(),
                        agreement.version(),
                        agreement.applicationId(),
                        agreement.memberId(),
                        agreement.homeInstitutionId(),
                        agreement.hostInstitutionId(),
                        agreement.terms().term().from(),
                        agreement.terms().validTo(),
                        agreement.terms().weeklyHours(),
                        agreement.versions().size(),
                        agreement.standing().status(),
                        agreement.standing().reason(),
                        agreement.standing().from()));
    }
}
