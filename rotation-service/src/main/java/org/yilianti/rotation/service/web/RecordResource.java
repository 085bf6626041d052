package org.yilianti.rotation.service.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.service.RecordStatus;
import org.yilianti.rotation.service.Resolution;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.service.ServiceKind;
import org.yilianti.rotation.service.ServiceRecord;

/**
 * A record as callers see it.
 *
 * @param callUp the emergency call-up under which it was delivered; null for ordinary service
 * @param flagged whether a blocking flag waits for its resolution
 */
record RecordResource(
        UUID id,
        long version,
        String sourceId,
        UUID memberId,
        UUID institutionId,
        @Nullable UUID dutyId,
        ServiceKind kind,
        Instant startedAt,
        Instant endedAt,
        @Nullable String callUp,
        int minutes,
        boolean night,
        RecordStatus status,
        @Nullable String reason,
        boolean lawful,
        boolean flagged,
        List<FlagResource> flags,
        @Nullable RecordResolution resolution) {

    /** How flags or a dispute were settled. */
    record RecordResolution(Resolution.Outcome outcome, String by, String reason) {}

    static RecordResource of(ServiceRecord record, ProblemFactory texts, Locale locale) {
        ServiceContent content = record.content();
        return new RecordResource(
                record.id(),
                record.version(),
                record.sourceId(),
                content.memberId(),
                content.institutionId(),
                content.dutyId(),
                content.kind(),
                content.startedAt(),
                content.endedAt(),
                content.callUp(),
                content.minutes(),
                record.night(),
                record.status(),
                record.reason(),
                record.unlawfulReasons().isEmpty(),
                record.flagged(),
                FlagResource.of(record.flags(), texts, locale),
                resolution(record.resolution()));
    }

    private static @Nullable RecordResolution resolution(@Nullable Resolution resolution) {
        return resolution == null
                ? null
                : new RecordResolution(resolution.outcome(), resolution.by(), resolution.reason());
    }
}
