package org.yilianti.staff.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * One worker's way through a long file with up to two batches under way, each in a transaction and on a connection of its own, so that
 * the database and this process have two processors' work.
 *
 * <p>Batches that concern the same are taken one after the other, and all commit in the order of the file: where a kill leaves the job,
 * everything before its position is done and nothing after it.
 */
final class ImportPair implements AutoCloseable {

    private static final int AT_ONCE = 2;

    /** A batch that has waited so long for the one before holds what that one waits for; it gives way. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ImportJob job;
    private final ImportManagement management;
    private final RegistryList list;
    private final ImportBatches batches;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("import-batch-", 0).factory());
    private final Deque<UnderWay> underWay = new ArrayDeque<>();

    ImportPair(ImportJob job, ImportManagement management, RegistryList list, ImportBatches batches) {
        this.job = job;
        this.management = management;
        this.list = list;
        this.batches = batches;
    }

    /** @param concerns as {@link RegistryList#concerns} */
    private record UnderWay(Set<String> concerns, Future<ImportJob> end) {}

    /**
     * Begins the next batch; false when it was the last, and then all have ended.
     *
     * @throws ImportBusyException when batches stood in each other's way
     */
    boolean takeNext() {
        ImportBatch batch = batches.next();
        management.touch(job);
        Set<String> concerns = list.concerns(job.editor(), batch.entries()).orElseThrow();
        while (underWay.size() == AT_ONCE
                || underWay.stream().anyMatch(other -> !Collections.disjoint(other.concerns(), concerns))) {
            awaitFirst();
        }
        UnderWay before = underWay.peekLast();
        underWay.add(
                new UnderWay(concerns, threads.submit(() -> management.takeInTurn(job, batch, () -> await(before)))));
        while (batch.last() && !underWay.isEmpty()) {
            awaitFirst();
        }
        return !batch.last();
    }

    /** In a batch's own thread, with all it has locked. */
    private void await(@Nullable UnderWay before) {
        try {
            if (before != null) {
                before.end().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException stuck) {
            throw new ImportBusyException(job.id(), stuck);
        } catch (ExecutionException | CancellationException failed) {
            throw new ImportLostException(job.id());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImportLostException(job.id());
        }
    }

    private void awaitFirst() {
        try {
            underWay.removeFirst().end().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PessimisticLockingFailureException blocked) {
                throw new ImportBusyException(job.id(), blocked);
            }
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImportLostException(job.id());
        }
    }

    /** Lets what is under way end; a batch whose predecessor failed ends without a trace. */
    @Override
    public void close() {
        threads.close();
        batches.close();
    }
}
