package org.yilianti.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread per process that carries unsent rows to Kafka, partition by partition, whichever it can lock. */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** Longer than the producer's delivery timeout. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(18);

    private final OutboxRows rows;
    private final OutboxSender sender;
    private final TransactionTemplate transactions;
    private final OutboxSignal signal;
    private final OutboxSettings settings;
    private volatile boolean running;
    private Thread thread = new Thread();

    OutboxRelay(
            OutboxRows rows,
            OutboxSender sender,
            TransactionTemplate transactions,
            OutboxSignal signal,
            OutboxSettings settings) {
        this.rows = rows;
        this.sender = sender;
        this.transactions = transactions;
        this.signal = signal;
        this.settings = settings;
    }

    private void run() {
        while (running) {
            try {
                signal.await(settings.poll());
                if (!drain()) {
                    prepareAnotherTry();
                }
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException failure) {
                log.warn("the outbox could not be read; it is tried again", failure);
            }
        }
        log.info("the relay stops; what is unsent stays in the outbox");
    }

    /**
     * Sends what is unsent now; partitions that another instance holds are left to it, and one that fails holds up no other.
     *
     * @return false when some partition failed
     */
    private boolean drain() {
        boolean well = true;
        for (int partition : rows.partitionsWithUnsentRows()) {
            try {
                while (Boolean.TRUE.equals(transactions.execute(status -> relay(partition))) && running) {
                    log.debug("another batch of partition {}", partition);
                }
            } catch (RuntimeException failure) {
                log.warn("events of partition {} could not be sent now; they stay in the outbox", partition, failure);
                well = false;
            }
        }
        return well;
    }

    /** One locked batch of one partition; true when it was full, so that more may wait. */
    private boolean relay(int partition) {
        if (!rows.lock(partition)) {
            return false;
        }
        var batch = rows.unsent(partition, settings.batch());
        if (batch.isEmpty()) {
            return false;
        }
        List<StoredEvent> events =
                batch.stream().flatMap(row -> row.events().stream()).toList();
        sender.sendAndAwait(events);
        rows.markSent(batch);
        return events.size() >= settings.batch();
    }

    private void prepareAnotherTry() throws InterruptedException {
        Thread.sleep(PAUSE_AFTER_FAILURE);
        try {
            sender.ensureTopics();
        } catch (RuntimeException stillAway) {
            log.warn("the broker is still away: {}", stillAway.getMessage());
        }
    }

    /** Starts before the web server and stops after it, so that events of the last requests still leave. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Lets a batch that is being sent come to its end. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        try {
            if (!thread.join(STOP_LIMIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running && thread.isAlive();
    }
}
