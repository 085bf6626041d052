package org.yilianti.rotation.agreement.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.agreement.AgreementFingerprint;
import org.yilianti.rotation.agreement.AgreementVersion;
import org.yilianti.rotation.agreement.PracticeAgreement;

/** All that was ever agreed, oldest first. */
record VersionsResource(List<AgreedVersion> items) {

    /**
     * One version.
     *
     * @param effectiveTo first day on which it is no longer in force; its own first day when another took its place before
     */
    record AgreedVersion(
            int number,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            Instant agreedAt,
            @Nullable UUID amendmentId,
            String fingerprint,
            TermsResource terms) {}

    static VersionsResource of(PracticeAgreement agreement) {
        return new VersionsResource(agreement.versions().stream()
                .map(version -> of(agreement, version))
                .toList());
    }

    private static AgreedVersion of(PracticeAgreement agreement, AgreementVersion version) {
        return new AgreedVersion(
                version.number(),
                version.effectiveFrom(),
                agreement.effectiveTo(version),
                version.agreedAt(),
                version.amendmentId(),
                AgreementFingerprint.of(agreement, version),
                TermsResource.of(version.terms()));
    }
}
