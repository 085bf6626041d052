package org.yilianti.rotation.service;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.outbox.Outbox;

/** Tells of changed records: other services by event, this one inside the transaction. */
@Component
class RecordAnnouncements {

    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    RecordAnnouncements(Outbox outbox, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.events = events;
    }

    /** @param confirmed whether confirmed service has become more or less */
    void changed(List<ServiceRecord> records, boolean confirmed) {
        if (records.isEmpty()) {
            return;
        }
        outbox.publish(records.stream().map(ServiceRecordChanged::of).toList());
        records.stream()
                .collect(Collectors.groupingBy(
                        ServiceRecord::association,
                        Collectors.mapping(record -> record.content().memberId(), Collectors.toSet())))
                .forEach((association, members) ->
                        events.publishEvent(new ServiceChanged(association, members, confirmed)));
    }

    static AuditRecord audit(Caller caller, ServiceRecord record, String action, Map<String, Object> detail) {
        return AuditRecord.of(caller, action, "service-record", record.id(), null, detail);
    }

    static AuditRecord audit(Caller caller, ServiceRecord record, String action) {
        return audit(caller, record, action, Map.of("sourceId", record.sourceId(), "version", record.version()));
    }
}
