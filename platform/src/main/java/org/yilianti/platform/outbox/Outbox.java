package org.yilianti.platform.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import tools.jackson.databind.ObjectMapper;

/** Where a change leaves its events, inside its own transaction. */
public class Outbox {

    /** Number of rows in table outbox_partition; events of one aggregate share one. */
    static final int PARTITIONS = 8;

    /** In characters of up to three bytes; the broker takes a message of a million bytes. */
    private static final int MAX_PAYLOAD = 300_000;

    private final RowInsertion rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxSignal signal;

    Outbox(JdbcTemplate jdbc, ObjectMapper json, Clock clock, OutboxSignal signal) {
        this.rows = new RowInsertion(
                jdbc,
                "outbox_event",
                "id, partition_id, association_id, aggregatetype, aggregateid, type, version, correlation_id, payload, created_at");
        this.json = json;
        this.clock = clock;
        this.signal = signal;
    }

    /** Announces one event when the surrounding transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(OutboxEvent event) {
        publish(List.of(event));
    }

    /** Announces many events in one batch, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<OutboxEvent> events) {
        Timestamp now = Timestamp.from(clock.instant());
        String correlation = MDC.get("correlationId");
        rows.insert(events.stream()
                .map(event -> new @Nullable Object[] {
                    Ids.bytes(event.id()),
                    Math.floorMod(event.aggregate().hashCode(), PARTITIONS),
                    Ids.bytes(event.association()),
                    event.topic(),
                    Ids.bytes(event.aggregate()),
                    event.type(),
                    event.version(),
                    correlation,
                    payload(event),
                    now
                })
                .toList());
        wakeRelayAfterCommit();
    }

    private String payload(OutboxEvent event) {
        String payload = json.writeValueAsString(event.body());
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException("%s of %s has %d characters; an event carries at most %d: announce parts"
                    .formatted(event.type(), event.aggregate(), payload.length(), MAX_PAYLOAD));
        }
        return payload;
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
    }
}
