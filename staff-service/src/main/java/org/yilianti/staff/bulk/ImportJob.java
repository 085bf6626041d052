package org.yilianti.staff.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Taken;

/**
 * An import and how far it came.
 *
 * @param editor who asked for it and what they may change
 * @param size bytes of the file
 * @param bytesRead bytes of the file that were read so far, for progress
 * @param position rows that are done
 */
public record ImportJob(
        ImportId id,
        Editor editor,
        String list,
        boolean dryRun,
        ImportStatus status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long size,
        long bytesRead,
        long position,
        Taken taken,
        long rejected,
        @Nullable Failure failure) {

    /** Why an import could not go on; rows that were taken before stay. */
    public record Failure(String code, List<Object> args) {}

    /** The job after a batch of {@code rows} was taken. */
    ImportJob advanced(int rows, Taken more, int moreRejected, long nowRead) {
        return with(status, null, nowRead, position + rows, taken.plus(more), rejected + moreRejected, null);
    }

    ImportJob finished(Instant now) {
        return with(ImportStatus.FINISHED, now, size, position, taken, rejected, null);
    }

    ImportJob failed(Failure why, Instant now) {
        return with(ImportStatus.FAILED, now, bytesRead, position, taken, rejected, why);
    }

    boolean running() {
        return status == ImportStatus.RUNNING;
    }

    private ImportJob with(
            ImportStatus newStatus,
            @Nullable Instant finished,
            long read,
            long rows,
            Taken sum,
            long rejections,
            @Nullable Failure why) {
        return new ImportJob(
                id, editor, list, dryRun, newStatus, requestedAt, finished, size, read, rows, sum, rejections, why);
    }
}
