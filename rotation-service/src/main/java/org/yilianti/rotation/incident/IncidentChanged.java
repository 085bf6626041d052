package org.yilianti.rotation.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.incident-changed.v1}: the public state of an incident at a version; no description. */
record IncidentChanged(
        UUID id,
        UUID associationId,
        long version,
        UUID agreementId,
        int agreementVersion,
        UUID memberId,
        UUID homeInstitutionId,
        UUID hostInstitutionId,
        @Nullable UUID serviceRecordId,
        @Nullable UUID sharedSessionId,
        Instant occurredAt,
        Severity severity,
        IncidentStatus status,
        @Nullable Long damageFen,
        @Nullable Long homeFen,
        @Nullable Long hostFen,
        @Nullable Long memberFen,
        boolean overridden) {

    static OutboxEvent of(Incident incident) {
        Apportionment parts = incident.apportionment();
        return OutboxEvent.state(
                "rotation.incidents",
                "rotation.incident-changed.v1",
                incident.association(),
                incident.id(),
                incident.version(),
                new IncidentChanged(
                        incident.id(),
                        incident.association(),
                        incident.version(),
                        incident.agreementId(),
                        incident.agreementVersion(),
                        incident.parties().memberId(),
                        incident.parties().homeId(),
                        incident.parties().hostId(),
                        incident.serviceRecordId(),
                        incident.sharedSessionId(),
                        incident.occurredAt(),
                        incident.severity(),
                        incident.status(),
                        parts == null ? null : parts.damage().fen(),
                        parts == null ? null : parts.home().fen(),
                        parts == null ? null : parts.host().fen(),
                        parts == null ? null : parts.member().fen(),
                        parts != null && parts.overrideId() != null));
    }
}
