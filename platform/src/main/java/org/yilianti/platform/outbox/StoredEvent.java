package org.yilianti.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it waits to be sent. */
record StoredEvent(
        UUID id,
        UUID association,
        String topic,
        UUID aggregate,
        String type,
        @Nullable Long version,
        @Nullable String correlation,
        String payload,
        Instant createdAt) {}
