package org.yilianti.staff.credential.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDetails;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.Standing;

/** A licence as it is shown. */
record LicenceView(
        UUID id,
        long version,
        UUID memberId,
        String number,
        String kind,
        String category,
        @Nullable String scope,
        UUID mainInstitutionId,
        String mainInstitutionCode,
        @Nullable String issuedBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID renewsId,
        String status,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedTo,
        @Nullable LocalDate revokedFrom,
        @Nullable String statusReason,
        Instant recordedAt,
        String recordedBy) {

    static LicenceView of(Licence licence) {
        LicenceDetails details = licence.details();
        Standing standing = licence.standing();
        LicenceId renews = licence.renews();
        return new LicenceView(
                licence.id().value(),
                licence.version(),
                licence.member().value(),
                details.number(),
                details.kind().code(),
                details.category().code(),
                details.scope(),
                licence.mainInstitution().value(),
                details.mainInstitutionCode(),
                details.issuedBy(),
                details.valid().from(),
                details.valid().to(),
                renews == null ? null : renews.value(),
                standing.status().code(),
                standing.suspendedFrom(),
                standing.suspendedTo(),
                standing.revokedFrom(),
                standing.reason(),
                licence.recordedAt(),
                licence.recordedBy());
    }
}
