package org.yilianti.rotation.service.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.service.Recorder;

/**
 * A file that is being imported, or was. Immutable: each verb gives the changed one.
 *
 * @param csv whether the file is CSV; JSON otherwise
 * @param counts of the rows taken so far; their number is the position from which it goes on
 * @param failure why it was given up; null unless it failed
 */
public record ServiceImport(
        UUID id,
        Recorder recorder,
        boolean csv,
        ImportStatus status,
        Instant importedAt,
        @Nullable Instant finishedAt,
        ImportCounts counts,
        @Nullable Failure failure) {

    /** Machine code and values of its message. */
    public record Failure(String code, List<String> args) {}

    boolean running() {
        return status == ImportStatus.RUNNING;
    }

    ServiceImport advanced(ImportCounts batch) {
        return with(status, null, counts.plus(batch), null);
    }

    ServiceImport done(Instant now) {
        return with(ImportStatus.DONE, now, counts, null);
    }

    ServiceImport failed(Failure why, Instant now) {
        return with(ImportStatus.FAILED, now, counts, why);
    }

    private ServiceImport with(
            ImportStatus next, @Nullable Instant finished, ImportCounts counted, @Nullable Failure why) {
        return new ServiceImport(id, recorder, csv, next, importedAt, finished, counted, why);
    }
}
