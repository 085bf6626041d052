package org.yilianti.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** One thread per process that carries unsent rows to Kafka, of whichever partitions it can lock. */
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
        Outcome outcome = Outcome.MORE;
        while (outcome == Outcome.MORE && running) {
            List<Integer> partitions = rows.partitionsWithUnsentRows();
            outcome = partitions.isEmpty()
                    ? Outcome.DONE
                    : Objects.requireNonNull(transactions.execute(status -> relay(partitions)));
        }
        return outcome != Outcome.FAILED;
    }

    private enum Outcome {
        DONE,
        MORE,
        FAILED
    }

    /** A batch of each partition that can be locked. */
    private Outcome relay(List<Integer> partitions) {
        List<OutboxRow> batch = new ArrayList<>();
        Set<Integer> failed = new HashSet<>();
        boolean full = false;
        for (int partition : rows.lock(partitions)) {
            try {
                List<OutboxRow> next = rows.unsent(partition, settings.batch());
                full |= next.stream().mapToInt(row -> row.events().size()).sum() >= settings.batch();
                batch.addAll(next);
            } catch (RuntimeException unreadable) {
                log.warn("events of partition {} could not be read; they stay in the outbox", partition, unreadable);
                failed.add(partition);
            }
        }
        failed.addAll(sender.sendAndAwait(batch));
        rows.markSent(
                batch.stream().filter(row -> !failed.contains(row.partition())).toList());
        if (!failed.isEmpty()) {
            return Outcome.FAILED;
        }
        return full ? Outcome.MORE : Outcome.DONE;
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
