package org.yilianti.staff.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.server.ResponseStatusException;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** Stores uploads and takes them batch by batch. */
@Service
public class ImportManagement {

    private static final int CHUNK = 1 << 20;

    private final ImportRepository jobs;
    private final RegistryLists lists;
    private final ImportSettings settings;
    private final ImportSignal signal;
    private final AuditTrail audit;
    private final Clock clock;

    ImportManagement(
            ImportRepository jobs,
            RegistryLists lists,
            ImportSettings settings,
            ImportSignal signal,
            AuditTrail audit,
            Clock clock) {
        this.jobs = jobs;
        this.lists = lists;
        this.settings = settings;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a file to be taken later; nothing of it is changed here.
     *
     * @throws Refusal 422 when it is empty, no UTF-8 or not of the list's template
     * @throws ResponseStatusException 413 when it is larger than allowed
     */
    @Transactional
    public ImportJob request(Editor editor, String listName, boolean dryRun, InputStream content) throws IOException {
        RegistryList list = lists.named(listName);
        ImportJob job = new ImportJob(
                new ImportId(Ids.next()),
                editor,
                list.name(),
                dryRun,
                ImportStatus.QUEUED,
                clock.instant(),
                null,
                0,
                0,
                0,
                Taken.NOTHING,
                0,
                null);
        jobs.insert(job);
        jobs.size(job.id(), store(job, content));
        try (ImportFile file = new ImportFile(new StoredFile(jobs, job.id()), list)) {
            file.skip(0);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.raise();
            }
        });
        return jobs.find(job.id()).orElseThrow();
    }

    private long store(ImportJob job, InputStream content) throws IOException {
        Utf8Check text = new Utf8Check();
        long size = 0;
        int number = 0;
        byte[] chunk = content.readNBytes(CHUNK);
        while (chunk.length > 0) {
            size += chunk.length;
            if (size > settings.maxSize().toBytes()) {
                throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
            }
            text.check(chunk);
            jobs.insertChunk(job, number, chunk);
            number++;
            chunk = content.readNBytes(CHUNK);
        }
        text.end();
        if (size == 0) {
            throw Refusal.invalid("import.empty");
        }
        return size;
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
     * @param job as this worker last knew it
     * @param last no row follows
     * @throws ImportLostException when another worker went on with the job meanwhile; nothing is changed then
     */
    @Transactional
    ImportJob take(ImportJob job, List<ImportRow> rows, long bytesRead, boolean last) {
        ImportJob locked = jobs.lock(job.id());
        if (!locked.running() || locked.position() != job.position()) {
            throw new ImportLostException(job.id());
        }
        List<Entry> entries = rows.stream()
                .map(ImportRow::entry)
                .filter(entry -> !entry.faulty())
                .toList();
        Taken taken =
                job.dryRun() ? tryOut(job, entries) : lists.named(job.list()).take(job.editor(), entries);
        List<ImportRow.Rejected> rejected = rows.stream()
                .filter(row -> row.entry().faulty())
                .map(ImportRow::rejection)
                .toList();
        jobs.insertRows(job, rejected);
        ImportJob next = locked.advanced(rows.size(), taken, rejected.size(), bytesRead);
        return last ? end(next.finished(clock.instant()), "import.finished") : saved(next);
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
