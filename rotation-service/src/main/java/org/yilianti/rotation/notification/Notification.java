package org.yilianti.rotation.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that has been raised.
 *
 * @param readAt when the asking account read it; null when it has not
 */
public record Notification(
        UUID id,
        UUID association,
        Recipient recipient,
        Notice notice,
        Instant raisedAt,
        @Nullable Instant readAt) {}
