package org.yilianti.platform.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event that waits to be sent. */
record OutboxRow(
        long sequence,
        UUID id,
        UUID association,
        String topic,
        UUID aggregate,
        String type,
        @Nullable Long version,
        @Nullable String correlation,
        String payload,
        Instant createdAt) {}
