package org.yilianti.staff.bulk;

import java.util.List;

/** The batches of a stored file, read one after the other from the job's position on. */
final class ImportBatches implements AutoCloseable {

    private final StoredFile content;
    private final ImportFile file;
    private final int size;
    private long position;

    ImportBatches(ImportJob job, ImportRepository jobs, RegistryList list, ImportSettings settings) {
        this.size = job.dryRun() ? settings.dryRunBatch() : settings.batch();
        this.content = new StoredFile(jobs, job.id());
        this.file = new ImportFile(content, job.charset(), list);
        this.position = job.position();
        file.skip(position);
    }

    ImportBatch next() {
        List<ImportRow> rows = file.next(size);
        ImportBatch batch = new ImportBatch(position, rows, content.count(), rows.size() < size);
        position += rows.size();
        return batch;
    }

    @Override
    public void close() {
        file.close();
    }
}
