package org.yilianti.platform.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A readable event that came from Kafka: envelope and raw body. */
record Incoming(
        ConsumerRecord<String, byte[]> origin,
        String type,
        UUID id,
        UUID association,
        UUID aggregate,
        @Nullable Long version,
        Instant time,
        byte[] data) {

    /** @throws RuntimeException when the record is no event of ours: such a record is parked */
    static Incoming read(ConsumerRecord<String, byte[]> origin) {
        CloudEvent event = KafkaMessageFactory.createReader(origin).toEvent();
        Object version = event.getExtension("aggregateversion");
        return new Incoming(
                origin,
                event.getType(),
                UUID.fromString(event.getId()),
                UUID.fromString(String.valueOf(event.getExtension("associationid"))),
                UUID.fromString(Objects.requireNonNull(event.getSubject(), "ce_subject is missing")),
                version == null ? null : Long.valueOf(version.toString()),
                Objects.requireNonNull(event.getTime(), "ce_time is missing").toInstant(),
                Objects.requireNonNull(event.getData(), "the event has no body").toBytes());
    }

    boolean isState() {
        return version != null;
    }
}
