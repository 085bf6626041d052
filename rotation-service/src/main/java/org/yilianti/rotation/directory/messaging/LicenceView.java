package org.yilianti.rotation.directory.messaging;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.inbox.Received;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.directory.Licence;

/** What is read of {@code staff.licence-changed.v1}. */
record LicenceView(
        UUID memberId,
        String number,
        String kind,
        String category,
        @Nullable String scope,
        UUID mainInstitutionId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String status,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedTo,
        @Nullable LocalDate revokedFrom) {

    static Licence licence(Received<LicenceView> event) {
        LicenceView body = event.body();
        return new Licence(
                event.aggregate(),
                event.association(),
                body.memberId,
                body.number,
                body.kind,
                body.category,
                body.scope,
                body.mainInstitutionId,
                new DatePeriod(body.validFrom, body.validTo),
                body.suspension(),
                body.revocation());
    }

    /** An ended suspension stays known, so that the past is judged as it was; one that ended before it began never was. */
    private @Nullable DatePeriod suspension() {
        if (status.equals("suspended")) {
            return new DatePeriod(Objects.requireNonNullElse(suspendedFrom, validFrom), suspendedTo);
        }
        return suspendedFrom != null && suspendedTo != null && suspendedTo.isAfter(suspendedFrom)
                ? new DatePeriod(suspendedFrom, suspendedTo)
                : null;
    }

    private @Nullable LocalDate revocation() {
        return status.equals("revoked") ? Objects.requireNonNullElse(revokedFrom, validFrom) : null;
    }
}
