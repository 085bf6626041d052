package org.yilianti.rotation.service.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/** One worker's way through one file, from the import's position on. Used once. */
final class ImportRun {

    static final int BATCH = 500;
    static final int MOST_ROWS = 100_000;

    private final ServiceImportManagement management;
    private final ServiceFile file;
    private final Set<String> sources = new HashSet<>();
    private ServiceImport job;

    ImportRun(ServiceImport job, ServiceFile file, ServiceImportManagement management) {
        this.job = job;
        this.file = file;
        this.management = management;
        skip(job.counts().rows());
    }

    /** Takes the next batch; false when it was the last. */
    boolean takeNext() {
        int done = job.counts().rows();
        List<RawRow> raw = file.next(BATCH);
        if (done + raw.size() > MOST_ROWS) {
            throw Refusal.invalid("service-import.too-many-rows", MOST_ROWS);
        }
        List<ReadRow> rows = new ArrayList<>();
        for (int index = 0; index < raw.size(); index++) {
            rows.add(ReadRow.of(done + index + 1, raw.get(index), sources));
        }
        boolean last = raw.size() < BATCH;
        job = management.take(job, rows, last);
        return !last;
    }

    /** What was taken before is only read for the ids in it. */
    private void skip(int rows) {
        int left = rows;
        while (left > 0) {
            List<RawRow> read = file.next(Math.min(left, BATCH));
            if (read.isEmpty()) {
                return;
            }
            read.forEach(row -> ReadRow.of(0, row, sources));
            left -= read.size();
        }
    }
}
