package org.yilianti.staff.bulk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Taken;

/**
 * An import and how far it came.
 *
 * @param editor who asked for it and what they may change
 * @param charset what the text is encoded in
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
        Charset charset,
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

    ImportJob cancelled(Instant now) {
        return with(ImportStatus.CANCELLED, now, bytesRead, position, taken, rejected, null);
    }

    /** Nothing more will come of it. */
    boolean ended() {
        return status != ImportStatus.QUEUED && status != ImportStatus.RUNNING;
    }

    boolean running() {
        return status == ImportStatus.RUNNING;
    }

    /** A job as it is asked for; its size is known only after the file was stored. */
    static ImportJob requested(Editor editor, String list, boolean dryRun, Instant now) {
        return new ImportJob(
                new ImportId(Ids.next()),
                editor,
                list,
                dryRun,
                ImportStatus.QUEUED,
                StandardCharsets.UTF_8,
                now,
                null,
                0,
                0,
                0,
                Taken.NOTHING,
                0,
                null);
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
                id,
                editor,
                list,
                dryRun,
                newStatus,
                charset,
                requestedAt,
                finished,
                size,
                read,
                rows,
                sum,
                rejections,
                why);
    }
}
