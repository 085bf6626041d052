package org.yilianti.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is handed to a handler.
 *
 * @param version the aggregate's version, 0 for a fact
 */
public record Received<T>(UUID id, UUID association, UUID aggregate, long version, Instant occurredAt, T body) {}
