package org.yilianti.staff.bulk;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's way through one file, from the job's position on: a batch is read while the one before it is taken. */
final class ImportRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final ImportManagement management;
    private final StoredFile content;
    private final ImportFile file;
    private final int batch;
    private ImportJob job;
    private FutureTask<Batch> ahead;

    ImportRun(
            ImportJob job,
            ImportManagement management,
            ImportRepository jobs,
            RegistryLists lists,
            ImportSettings settings) {
        this.job = job;
        this.management = management;
        this.batch = job.dryRun() ? settings.dryRunBatch() : settings.batch();
        this.content = new StoredFile(jobs, job.id());
        this.file =
                new ImportFile(content, job.charset(), lists.named(job.list()).template());
        file.skip(job.position());
        this.ahead = reading();
    }

    /** Rows and how many bytes of the file were read with them. */
    private record Batch(List<ImportRow> rows, long bytesRead) {}

    /** Takes the next batch; false when it was the last. */
    boolean takeNext() {
        Batch next = read();
        boolean last = next.rows().size() < batch;
        if (!last) {
            ahead = reading();
        }
        job = management.take(job, next.rows(), next.bytesRead(), last);
        return !last;
    }

    private FutureTask<Batch> reading() {
        FutureTask<Batch> task = new FutureTask<>(() -> new Batch(file.next(batch), content.count()));
        Thread.ofPlatform().name("import-reader").daemon().start(task);
        return task;
    }

    /** What was read ahead; fails as the reading did. */
    private Batch read() {
        try {
            return ahead.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    ImportJob job() {
        return job;
    }

    /** Waits for the reading that is on its way: the file is not closed under it. */
    @Override
    public void close() {
        try {
            read();
        } catch (RuntimeException nobodyAsksAnyMore) {
            log.debug("the batch read ahead is not taken", nobodyAsksAnyMore);
        } finally {
            file.close();
        }
    }
}
