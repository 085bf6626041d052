package org.yilianti.platform.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends rows as CloudEvents 1.0 in binary mode and waits for the broker's acknowledgements. */
class OutboxSender {

    private final KafkaTemplate<String, CloudEvent> kafka;
    private final KafkaAdmin topics;
    private final String topicPrefix;
    private final URI source;

    OutboxSender(KafkaTemplate<String, CloudEvent> kafka, KafkaAdmin topics, String topicPrefix, String service) {
        this.kafka = kafka;
        this.topics = topics;
        this.topicPrefix = topicPrefix;
        this.source = URI.create("/" + service);
    }

    /**
     * Returns when every row is acknowledged by all in-sync replicas; fails when one is not. Either way nothing is still in
     * flight then, so that whoever gets the partition next cannot be overtaken.
     */
    void sendAndAwait(List<OutboxRow> rows) {
        List<CompletableFuture<?>> pending = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            pending.add(send(row));
        }
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> send(OutboxRow row) {
        try {
            return kafka.send(topicPrefix + row.topic(), row.aggregate().toString(), event(row));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Makes the owned topics that are missing: the broker may have been away when the service started. */
    void ensureTopics() {
        topics.initialize();
    }

    private CloudEvent event(OutboxRow row) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(row.id().toString())
                .withSource(source)
                .withType(row.type())
                .withSubject(row.aggregate().toString())
                .withTime(row.createdAt().atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("urn:yilianti:event:" + row.type()))
                .withDataContentType("application/json")
                .withExtension("associationid", row.association().toString())
                .withData(row.payload().getBytes(StandardCharsets.UTF_8));
        if (row.version() != null) {
            event.withExtension("aggregateversion", row.version().toString());
        }
        if (row.correlation() != null) {
            event.withExtension("correlationid", row.correlation());
        }
        return event.build();
    }
}
