package org.yilianti.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored row that waits to be sent, with its events in order and what they have in common. */
record OutboxRow(
        long sequence,
        int partition,
        UUID association,
        String topic,
        String type,
        @Nullable String correlation,
        Instant createdAt,
        List<StoredEvent> events) {}
