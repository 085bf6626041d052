package org.yilianti.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a row has for itself, as the bytes that are sent.
 *
 * @param id as text
 * @param aggregate as text
 * @param version in decimal digits; null for a fact
 * @param payload JSON
 */
record StoredEvent(byte[] id, byte[] aggregate, byte @Nullable [] version, byte[] payload) {

    static StoredEvent of(UUID id, UUID aggregate, @Nullable Long version, byte[] payload) {
        return new StoredEvent(
                utf8(id.toString()),
                utf8(aggregate.toString()),
                version == null ? null : utf8(version.toString()),
                payload);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
