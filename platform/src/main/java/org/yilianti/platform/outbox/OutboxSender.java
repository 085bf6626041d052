package org.yilianti.platform.outbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends events as CloudEvents 1.0 in binary mode and waits for the broker's acknowledgements.
 *
 * <p>Writes the headers itself, byte for byte as the CloudEvents library does: what the events of a row have in common is made once a row.
 */
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final ProducerFactory<byte[], byte[]> producers;
    private final KafkaAdmin topics;
    private final String topicPrefix;
    private final String source;

    OutboxSender(ProducerFactory<byte[], byte[]> producers, KafkaAdmin topics, String topicPrefix, String service) {
        this.producers = producers;
        this.topics = topics;
        this.topicPrefix = topicPrefix;
        this.source = "/" + service;
    }

    /**
     * Returns when every event is acknowledged by all in-sync replicas or given up. Nothing is still in flight then, so that whoever gets
     * a partition next cannot be overtaken.
     *
     * @return the partitions of which an event was given up; what follows it there may or may not have been sent
     */
    Set<Integer> sendAndAwait(List<OutboxRow> rows) {
        Map<Integer, Exception> failures = new ConcurrentHashMap<>();
        try (Producer<byte[], byte[]> producer = producers.createProducer()) {
            for (OutboxRow row : rows) {
                send(row, producer, failures);
            }
            flush(producer);
        }
        failures.forEach((partition, failure) ->
                log.warn("events of partition {} could not be sent now; they stay in the outbox", partition, failure));
        return failures.keySet();
    }

    /** What lingers for company leaves now: all there is has been given. An interruption waits until nothing is in flight. */
    private static void flush(Producer<byte[], byte[]> producer) {
        boolean interrupted = false;
        boolean flushed = false;
        while (!flushed) {
            try {
                producer.flush();
                flushed = true;
            } catch (InterruptException hurried) {
                interrupted = true;
                Thread.interrupted(); // the exception sets it again
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    private void send(OutboxRow row, Producer<byte[], byte[]> producer, Map<Integer, Exception> failures) {
        List<Header> shared = headers(row);
        Callback callback = (sent, failure) -> {
            if (failure != null) {
                failures.putIfAbsent(row.partition(), failure);
            }
        };
        try {
            for (StoredEvent event : row.events()) {
                if (failures.containsKey(row.partition())) {
                    return;
                }
                List<Header> headers = new ArrayList<>(shared);
                addOwn(event, headers);
                producer.send(
                        new ProducerRecord<>(
                                topicPrefix + row.topic(), null, event.aggregate(), event.payload(), headers),
                        callback);
            }
        } catch (RuntimeException refused) {
            failures.putIfAbsent(row.partition(), refused);
        }
    }

    /** Makes the owned topics that are missing: the broker may have been away when the service started. */
    void ensureTopics() {
        topics.initialize();
    }

    private List<Header> headers(OutboxRow row) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_source", source));
        headers.add(header("ce_type", row.type()));
        headers.add(header("content-type", "application/json"));
        headers.add(header("ce_dataschema", "urn:yilianti:event:" + row.type()));
        headers.add(header(
                "ce_time", row.createdAt().atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        headers.add(header("ce_associationid", row.association().toString()));
        if (row.correlation() != null) {
            headers.add(header("ce_correlationid", row.correlation()));
        }
        return headers;
    }

    private static void addOwn(StoredEvent event, List<Header> headers) {
        headers.add(new RecordHeader("ce_id", event.id()));
        headers.add(new RecordHeader("ce_subject", event.aggregate()));
        if (event.version() != null) {
            headers.add(new RecordHeader("ce_aggregateversion", event.version()));
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, StoredEvent.utf8(value));
    }
}
