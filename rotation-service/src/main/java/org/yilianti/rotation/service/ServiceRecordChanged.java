package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.outbox.OutboxEvent;

/** {@code rotation.service-record-changed.v1}: the public state of a record at a version; only a payable one counts for pay. */
record ServiceRecordChanged(
        UUID id,
        UUID associationId,
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
        boolean lawful,
        List<String> unlawfulReasons,
        List<String> flags,
        boolean payable,
        @Nullable String callUp) {

    static OutboxEvent of(ServiceRecord record) {
        ServiceContent content = record.content();
        return OutboxEvent.state(
                "rotation.service-records",
                "rotation.service-record-changed.v1",
                record.association(),
                record.id(),
                record.version(),
                new ServiceRecordChanged(
                        record.id(),
                        record.association(),
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
                        record.unlawfulReasons().isEmpty(),
                        record.unlawfulReasons(),
                        record.flags().stream().map(RecordFlag::code).distinct().toList(),
                        record.status() == RecordStatus.CONFIRMED,
                        content.callUp()));
    }
}
