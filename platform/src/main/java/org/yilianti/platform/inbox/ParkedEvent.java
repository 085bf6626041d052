package org.yilianti.platform.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that could not be applied, or that waits behind one of the same key. */
record ParkedEvent(
        UUID id,
        @Nullable UUID association,
        String topic,
        @Nullable String key,
        int partition,
        long offset,
        String reason,
        Instant parkedAt) {}
