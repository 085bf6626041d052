package org.yilianti.staff.bulk.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.staff.bulk.ImportJob;

/**
 * An import as it is shown.
 *
 * @param total rows done so far; all of them when finished
 * @param accepted rows taken, whether they changed anything or not
 * @param progress part of the file that was read, in percent
 * @param detail why it failed
 */
record ImportView(
        UUID id,
        String list,
        boolean dryRun,
        String status,
        long total,
        long accepted,
        long created,
        long changed,
        long unchanged,
        long rejected,
        int progress,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String detail) {

    static ImportView of(ImportJob job, ProblemFactory problems, Locale locale) {
        ImportJob.Failure failure = job.failure();
        return new ImportView(
                job.id().value(),
                job.list(),
                job.dryRun(),
                job.status().code(),
                job.position(),
                job.taken().created() + job.taken().changed() + job.taken().unchanged(),
                job.taken().created(),
                job.taken().changed(),
                job.taken().unchanged(),
                job.rejected(),
                (int) (job.size() == 0 ? 0 : job.bytesRead() * 100 / job.size()),
                job.editor().name(),
                job.requestedAt(),
                job.finishedAt(),
                failure == null
                        ? null
                        : problems.text(failure.code(), failure.args().toArray(), locale));
    }
}
