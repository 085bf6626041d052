package org.yilianti.platform.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread per process that carries unsent rows to Kafka, partition by partition, whichever it can lock. */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

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
                drain();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                log.warn("events could not be sent now; they stay in the outbox and are tried again", failure);
                pauseAndPrepare();
            }
        }
    }

    /** Sends what is unsent now; partitions that another instance holds are left to it. */
    void drain() {
        for (int partition : rows.partitionsWithUnsentRows()) {
            boolean more = true;
            while (more && running) {
                more = Boolean.TRUE.equals(transactions.execute(status -> relay(partition)));
            }
        }
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
        try {
            sender.sendAndAwait(batch);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker did not acknowledge", failed);
        }
        rows.markSent(batch);
        return batch.size() == settings.batch();
    }

    private void pauseAndPrepare() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            sender.ensureTopics();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running && thread.isAlive();
    }
}
