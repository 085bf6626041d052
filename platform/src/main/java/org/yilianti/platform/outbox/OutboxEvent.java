package org.yilianti.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;

/**
 * What is announced.
 *
 * @param id unique id of the event (CloudEvents {@code id})
 * @param topic Kafka topic, one per aggregate type
 * @param type versioned past-tense name such as {@code staff.member-changed.v1}
 * @param association whose data it is
 * @param aggregate id of the aggregate: Kafka key and CloudEvents subject
 * @param version version of the aggregate for a state event; null for a fact
 * @param body record that serialises to the JSON of the type's schema
 */
public record OutboxEvent(
        UUID id,
        String topic,
        String type,
        UUID association,
        UUID aggregate,
        @Nullable Long version,
        Object body) {

    /** The whole public state of an aggregate at a version; readers keep the newest. */
    public static OutboxEvent state(
            String topic, String type, UUID association, UUID aggregate, long version, Object state) {
        return new OutboxEvent(Ids.next(), topic, type, association, aggregate, version, state);
    }

    /** Something that happened once; readers take each id once. */
    public static OutboxEvent fact(String topic, String type, UUID association, UUID aggregate, UUID id, Object fact) {
        return new OutboxEvent(id, topic, type, association, aggregate, null, fact);
    }
}
