package org.yilianti.staff.bulk;

/** One worker's way through one file, from the job's position on. */
final class ImportRun implements AutoCloseable {

    private final ImportManagement management;
    private final ImportBatches batches;
    private ImportJob job;

    ImportRun(ImportJob job, ImportManagement management, ImportBatches batches) {
        this.job = job;
        this.management = management;
        this.batches = batches;
    }

    /** Takes the next batch; false when it was the last. */
    boolean takeNext() {
        ImportBatch batch = batches.next();
        job = management.take(job, batch);
        return !batch.last();
    }

    ImportJob job() {
        return job;
    }

    @Override
    public void close() {
        batches.close();
    }
}
