package org.yilianti.staff.bulk;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.yilianti.staff.entry.Turn;

/** A batch's turn: the batch before it is committed, and the job is locked in this one's transaction and still this worker's. */
final class ImportTurn implements Turn {

    /** Whoever was judged ahead and waits longer gives up and lets go of its locks: what is written before it may wait for one of them. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportRepository jobs;
    private final Runnable follow;
    private final CompletableFuture<ImportJob> before = new CompletableFuture<>();
    private @Nullable ImportJob locked;
    private boolean judged;

    /** @param follow run once, when the batch has its turn and is judged */
    ImportTurn(ImportRepository jobs, Runnable follow) {
        this.jobs = jobs;
        this.follow = follow;
    }

    /** Lets the batch write; the job is as the batch before it left it. */
    void give(ImportJob job) {
        before.complete(job);
    }

    /** Nothing of the batch shall be written; of no effect once it had its turn. */
    void refuse() {
        before.cancel(false);
    }

    /** Returns when the batch before is committed, however long that takes: for a batch that holds nothing yet, not even a transaction. */
    void come() {
        before.join();
    }

    /**
     * @throws ImportLostException when another worker went on with the job meanwhile
     * @throws QueryTimeoutException when the batch before takes too long
     */
    @Override
    public void await() {
        if (locked == null) {
            ImportJob known = known();
            ImportJob now = jobs.lock(known.id());
            if (!now.running() || now.position() != known.position()) {
                throw new ImportLostException(known.id());
            }
            locked = now;
        }
    }

    @Override
    public void judged() {
        await();
        if (!judged) {
            judged = true;
            follow.run();
        }
    }

    private ImportJob known() {
        try {
            return before.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            throw new QueryTimeoutException("the batch before was not written for " + PATIENCE, tooLong);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The job, locked; after {@link #judged}. */
    ImportJob job() {
        return Objects.requireNonNull(locked);
    }
}
