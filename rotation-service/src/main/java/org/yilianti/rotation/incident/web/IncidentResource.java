package org.yilianti.rotation.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.incident.Apportionment;
import org.yilianti.rotation.incident.Incident;
import org.yilianti.rotation.incident.IncidentStatus;
import org.yilianti.rotation.incident.Severity;

/**
 * An incident as callers see it; money in fen.
 *
 * @param agreementVersion the version of the agreement in force when it occurred
 */
record IncidentResource(
        UUID id,
        long version,
        UUID agreementId,
        int agreementVersion,
        UUID memberId,
        UUID homeInstitutionId,
        UUID institutionId,
        @Nullable UUID serviceRecordId,
        @Nullable UUID sharedSessionId,
        Instant occurredAt,
        Severity severity,
        String description,
        IncidentStatus status,
        RiskShares shares,
        @Nullable DamageParts apportionment,
        List<IncidentHistory> history) {

    /** Shares of the risk by the agreement, in percent with two decimals. */
    record RiskShares(String homePercent, String hostPercent, String memberPercent) {}

    /**
     * Who bears what.
     *
     * @param overrideId the exception both institutions agreed on; null when the agreement's shares apply
     */
    record DamageParts(
            long damageFen,
            long homeFen,
            long hostFen,
            long memberFen,
            @Nullable UUID overrideId) {

        static DamageParts of(Apportionment parts) {
            return new DamageParts(
                    parts.damage().fen(),
                    parts.home().fen(),
                    parts.host().fen(),
                    parts.member().fen(),
                    parts.overrideId());
        }
    }

    /** One step of its life. */
    record IncidentHistory(
            String action, String by, Instant at, @Nullable String note) {}

    static IncidentResource of(Incident incident) {
        Apportionment parts = incident.apportionment();
        return new IncidentResource(
                incident.id(),
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
                incident.description(),
                incident.status(),
                new RiskShares(
                        incident.shares().homePercent().toPlainString(),
                        incident.shares().hostPercent().toPlainString(),
                        incident.shares().memberPercent().toPlainString()),
                parts == null ? null : DamageParts.of(parts),
                incident.steps().stream()
                        .map(step -> new IncidentHistory(step.action(), step.actor(), step.at(), step.note()))
                        .toList());
    }
}
