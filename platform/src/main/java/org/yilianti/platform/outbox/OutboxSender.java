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

/** Sends events as CloudEvents 1.0 in binary mode and waits for the broker's acknowledgements. */
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
     * Returns when every event is acknowledged by all in-sync replicas; fails when one is not. Either way nothing is still in
     * flight then, so that whoever gets the partition next cannot be overtaken.
     */
    void sendAndAwait(List<StoredEvent> events) {
        List<CompletableFuture<?>> pending = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            pending.add(send(event));
        }
        kafka.flush(); // what lingers for company leaves now: all there is has been given
        CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<?> send(StoredEvent event) {
        try {
            return kafka.send(topicPrefix + event.topic(), event.aggregate().toString(), cloudEvent(event));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Makes the owned topics that are missing: the broker may have been away when the service started. */
    void ensureTopics() {
        topics.initialize();
    }

    private CloudEvent cloudEvent(StoredEvent stored) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(stored.id().toString())
                .withSource(source)
                .withType(stored.type())
                .withSubject(stored.aggregate().toString())
                .withTime(stored.createdAt().atOffset(ZoneOffset.UTC))
                .withDataSchema(URI.create("urn:yilianti:event:" + stored.type()))
                .withDataContentType("application/json")
                .withExtension("associationid", stored.association().toString())
                .withData(stored.payload().getBytes(StandardCharsets.UTF_8));
        if (stored.version() != null) {
            event.withExtension("aggregateversion", stored.version().toString());
        }
        if (stored.correlation() != null) {
            event.withExtension("correlationid", stored.correlation());
        }
        return event.build();
    }
}
