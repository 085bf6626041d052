package org.yilianti.staff.credential;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A licence changed: its whole public state; the schema is {@code contracts/events/staff.licence-changed.v1}. */
record LicenceChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID memberId,
        String number,
        LicenceKind kind,
        PracticeCategory category,
        @Nullable String scope,
        UUID mainInstitutionId,
        @Nullable String issuedBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        LicenceStatus status,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedTo,
        @Nullable LocalDate revokedFrom,
        @Nullable String statusReason) {

    static LicenceChanged of(Licence licence) {
        LicenceDetails details = licence.details();
        Standing standing = licence.standing();
        return new LicenceChanged(
                licence.id().value(),
                licence.association(),
                licence.version(),
                licence.member().value(),
                details.number(),
                details.kind(),
                details.category(),
                details.scope(),
                licence.mainInstitution().value(),
                details.issuedBy(),
                details.valid().from(),
                details.valid().to(),
                standing.status(),
                standing.suspendedFrom(),
                standing.suspendedTo(),
                standing.revokedFrom(),
                standing.reason());
    }
}
