package org.yilianti.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** DOWN when the relay does not run or events have waited for over a minute: others no longer learn of changes. */
class OutboxHealth extends AbstractHealthIndicator {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final OutboxRelay relay;
    private final OutboxRows rows;
    private final Clock clock;

    OutboxHealth(OutboxRelay relay, OutboxRows rows, Clock clock) {
        this.relay = relay;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration delay = rows.oldestUnsent()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
        boolean well = relay.isRunning() && delay.compareTo(LIMIT) < 0;
        health.status(well ? "UP" : "DOWN")
                .withDetail("relayRunning", relay.isRunning())
                .withDetail("delay", delay);
    }
}
