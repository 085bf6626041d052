package org.yilianti.incentive.directory.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.directory.ServiceRecord;
import org.yilianti.platform.inbox.Received;

/** What is read of {@code rotation.service-record-changed.v1}. */
record ServiceRecordView(
        String sourceId,
        UUID memberId,
        UUID institutionId,
        String kind,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        boolean night,
        String status,
        boolean lawful,
        @Nullable String callUp) {

    static ServiceRecord serviceRecord(Received<ServiceRecordView> event) {
        ServiceRecordView body = event.body();
        return new ServiceRecord(
                event.aggregate(),
                event.association(),
                event.version(),
                body.sourceId(),
                body.memberId(),
                body.institutionId(),
                body.kind(),
                body.startedAt(),
                body.endedAt(),
                body.minutes(),
                body.night(),
                body.status(),
                body.lawful(),
                body.callUp());
    }
}
