package org.yilianti.platform.inbox;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** DOWN when the listener stopped or one batch has failed for over a minute: this service no longer learns of changes. */
class InboxHealth extends AbstractHealthIndicator {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final InboxListener listener;

    InboxHealth(ConcurrentMessageListenerContainer<String, byte[]> container, InboxListener listener) {
        this.container = container;
        this.listener = listener;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean running = container.isRunning() && container.isChildRunning();
        Duration failing = listener.failingFor();
        health.status(running && failing.compareTo(LIMIT) < 0 ? "UP" : "DOWN")
                .withDetail("listening", running)
                .withDetail("failingFor", failing);
    }
}
