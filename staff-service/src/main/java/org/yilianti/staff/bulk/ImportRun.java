package org.yilianti.staff.bulk;

import java.util.List;

/** One worker's way through one file, from the job's position on. */
final class ImportRun implements AutoCloseable {

    private final ImportManagement management;
    private final StoredFile content;
    private final ImportFile file;
    private final int batch;
    private ImportJob job;

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
    }

    /** Takes the next batch; false when it was the last. */
    boolean takeNext() {
        List<ImportRow> rows = file.next(batch);
        boolean last = rows.size() < batch;
        job = management.take(job, rows, content.count(), last);
        return !last;
    }

    ImportJob job() {
        return job;
    }

    @Override
    public void close() {
        file.close();
    }
}
