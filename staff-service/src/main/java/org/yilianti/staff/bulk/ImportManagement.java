package org.yilianti.staff.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** Stores uploads and takes them batch by batch. */
@Service
public class ImportManagement {

    private final ImportRepository jobs;
    private final ImportResults results;
    private final RegistryLists lists;
    private final UploadReading uploads;
    private final ImportSettings settings;
    private final ImportSignal signal;
    private final AuditTrail audit;
    private final Clock clock;

    ImportManagement(
            ImportRepository jobs,
            ImportResults results,
            RegistryLists lists,
            UploadReading uploads,
            ImportSettings settings,
            ImportSignal signal,
            AuditTrail audit,
            Clock clock) {
        this.jobs = jobs;
        this.results = results;
        this.lists = lists;
        this.uploads = uploads;
        this.settings = settings;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses (413) a body that says it is larger than any file may be, before a byte of it is read; -1 when it says nothing. */
    public void admit(long size) {
        if (size > settings.maxSize().toBytes()) {
            throw Upload.tooLarge(settings.maxSize());
        }
    }

    /**
     * Stores a file to be taken later; nothing of it is changed here.
     *
     * @throws Refusal 422 when it is empty, not in a charset or format that is known or not of the list's template, 413 when it is larger
     *     than allowed
     */
    @Transactional
    public ImportJob request(Editor editor, String listName, boolean dryRun, FileFormat format, InputStream content)
            throws IOException {
        Template list = lists.named(listName).template();
        ImportJob job = ImportJob.requested(editor, list.name(), dryRun, clock.instant());
        jobs.insert(job);
        uploads.store(job, list, format, content);
        ImportJob stored = jobs.find(job.id()).orElseThrow();
        try (ImportFile file = new ImportFile(new StoredFile(jobs, job.id()), stored.charset(), list)) {
            file.skip(0);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
        return stored;
    }

    /** Ends a job that waits or runs: no row after those that were taken is taken any more. Refuses (409) one that has ended. */
    @Transactional
    public ImportJob cancel(ImportId id) {
        ImportJob locked = jobs.lock(id);
        if (locked.ended()) {
            throw Refusal.conflict("import.ended", id, locked.status().code());
        }
        return end(locked.cancelled(clock.instant()), "import.cancelled");
    }

    /** The next job for this worker, if any waits or was abandoned. */
    @Transactional
    Optional<ImportJob> claim() {
        return jobs.oldestUnfinished().stream()
                .filter(id -> jobs.claim(id, settings.abandonedAfter().toMillis()))
                .findFirst()
                .flatMap(jobs::find);
    }

    /**
     * Takes a batch: changes, rejected rows and position commit together.
     *
     * @param job whichever state of it
     * @throws ImportLostException when another worker went on with the job meanwhile; nothing is changed then
     */
    @Transactional
    ImportJob take(ImportJob job, ImportBatch batch, ImportTurn turn) {
        List<ImportRow> rows = batch.rows();
        List<Entry> entries = rows.stream()
                .map(ImportRow::entry)
                .filter(entry -> !entry.faulty())
                .toList();
        Taken taken = take(job, entries, batch.ahead(), turn);
        ImportJob locked = turn.job();
        results.insert(locked, rows);
        int rejected = (int) rows.stream().filter(row -> row.entry().faulty()).count();
        ImportJob next = locked.advanced(rows.size(), taken, rejected, batch.bytesRead());
        return batch.last() ? end(next.finished(clock.instant()), "import.finished") : saved(next);
    }

    private Taken take(ImportJob job, List<Entry> entries, boolean ahead, ImportTurn turn) {
        RegistryList list = lists.named(job.list());
        if (!ahead) {
            turn.await();
        }
        if (list instanceof PipelinedList pipelined && !job.dryRun()) {
            return pipelined.take(job.editor(), entries, turn);
        }
        turn.judged();
        return job.dryRun() ? tryOut(job, entries) : list.take(job.editor(), entries);
    }

    /** Ends a job that cannot go on. */
    @Transactional
    void fail(ImportJob job, ImportJob.Failure why) {
        ImportJob locked = jobs.lock(job.id());
        if (locked.running()) {
            end(locked.failed(why, clock.instant()), "import.failed");
        }
    }

    private Taken tryOut(ImportJob job, List<Entry> entries) {
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object untouched = transaction.createSavepoint();
        try {
            return lists.named(job.list()).take(job.editor(), entries);
        } finally {
            transaction.rollbackToSavepoint(untouched);
        }
    }

    private ImportJob end(ImportJob job, String action) {
        jobs.deleteChunks(job.id());
        audit.record(job.editor()
                .did(
                        action,
                        "import",
                        job.id(),
                        null,
                        new Totals(job.list(), job.dryRun(), job.position(), job.taken(), job.rejected())));
        return saved(job);
    }

    private ImportJob saved(ImportJob job) {
        jobs.update(job);
        return job;
    }

    /** What the audit trail keeps of an import. */
    record Totals(String list, boolean dryRun, long rows, Taken taken, long rejected) {}
}
