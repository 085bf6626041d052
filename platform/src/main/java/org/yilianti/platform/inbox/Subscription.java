package org.yilianti.platform.inbox;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a service wants to hear.
 *
 * @param topic name without the installation's prefix
 * @param type event type that is read from it
 * @param body the service's own record of the fields it needs; unknown fields are ignored
 * @param handler applies events in order within the caller's transaction; of a state only the newest per aggregate comes. It may
 *     be called again with the same events after a rollback
 */
public record Subscription<T>(String topic, String type, Class<T> body, Consumer<List<Received<T>>> handler) {}
