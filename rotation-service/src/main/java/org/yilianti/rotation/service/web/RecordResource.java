package org.yilianti.rotation.service.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.service.RecordStatus;
import org.yilianti.rotation.service.ServiceContent;
import org.yilianti.rotation.service.ServiceKind;
import org.yilianti.rotation.service.ServiceRecord;

/** A record as callers see it. */
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
        int minutes,
        boolean night,
        RecordStatus status,
        @Nullable String reason) {

    static RecordResource of(ServiceRecord record) {
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
                content.minutes(),
                record.night(),
                record.status(),
                record.reason());
    }
}
