package org.yilianti.platform.inbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** DOWN when the listener stopped: this service no longer learns of changes. */
class InboxHealth extends AbstractHealthIndicator {

    private final ConcurrentMessageListenerContainer<String, byte[]> container;

    InboxHealth(ConcurrentMessageListenerContainer<String, byte[]> container) {
        this.container = container;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean running = container.isRunning() && container.isChildRunning();
        health.status(running ? "UP" : "DOWN").withDetail("listening", running);
    }
}
