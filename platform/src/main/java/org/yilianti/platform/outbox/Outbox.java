package org.yilianti.platform.outbox;

import java.nio.charset.StandardCharsets;
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

    /** In bytes; the broker takes a message of a million, headers included. */
    private static final int MAX_PAYLOAD = 900_000;

    private final RowInsertion rows;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxSignal signal;
    private final int pack;

    Outbox(JdbcTemplate jdbc, ObjectMapper json, Clock clock, OutboxSignal signal, int pack) {
        this.rows = new RowInsertion(
                jdbc,
                "outbox_event",
                "id, partition_id, association_id, aggregatetype, aggregateid, type, version, correlation_id, payload, pack, created_at, events");
        this.pack = pack;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
    }

    /** Announces one event when the surrounding transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(OutboxEvent event) {
        publish(List.of(event));
    }

    /** Announces many events, in the order given for each aggregate; those of one kind share rows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<OutboxEvent> events) {
        Timestamp now = Timestamp.from(clock.instant());
        String correlation = MDC.get("correlationId");
        rows.insert(Pack.of(events, pack, this::payload), shared -> row(shared, correlation, now));
        wakeRelayAfterCommit();
    }

    private static @Nullable Object[] row(Pack pack, @Nullable String correlation, Timestamp now) {
        OutboxEvent first = pack.first();
        return new @Nullable Object[] {
            Ids.bytes(first.id()),
            pack.partition(),
            Ids.bytes(first.association()),
            first.topic(),
            Ids.bytes(first.aggregate()),
            first.type(),
            pack.size() == 1 ? first.version() : null,
            correlation,
            new String(pack.payload(), StandardCharsets.UTF_8),
            pack.packed(),
            now,
            pack.size()
        };
    }

    private byte[] payload(OutboxEvent event) {
        byte[] payload = json.writeValueAsBytes(event.body());
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("%s of %s has %d bytes; an event carries at most %d: announce parts"
                    .formatted(event.type(), event.aggregate(), payload.length, MAX_PAYLOAD));
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
