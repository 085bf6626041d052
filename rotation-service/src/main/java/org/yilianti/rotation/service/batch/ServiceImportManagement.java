package org.yilianti.rotation.service.batch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.service.RecordResult;
import org.yilianti.rotation.service.Recorder;
import org.yilianti.rotation.service.ServiceEntry;
import org.yilianti.rotation.service.ServiceManagement;
import tools.jackson.databind.ObjectMapper;

/** Stores files of service and takes them batch by batch. */
@Component
@Transactional
public class ServiceImportManagement {

    private final ServiceManagement service;
    private final ServiceImports imports;
    private final ImportPieces pieces;
    private final ImportSettings settings;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    ServiceImportManagement(
            ServiceManagement service,
            ServiceImports imports,
            ImportPieces pieces,
            ImportSettings settings,
            ObjectMapper json,
            AuditTrail audit,
            Clock clock) {
        this.service = service;
        this.imports = imports;
        this.pieces = pieces;
        this.settings = settings;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a file to be taken by a worker; refuses (422) what is no file of service or has no rows.
     *
     * @param csv whether the file is CSV; JSON otherwise
     */
    public ServiceImport request(Caller caller, InputStream file, boolean csv) throws IOException {
        ServiceImport job = new ServiceImport(
                Ids.next(),
                Recorder.of(caller),
                csv,
                ImportStatus.QUEUED,
                clock.instant(),
                null,
                ImportCounts.NOTHING,
                null);
        imports.insert(job);
        store(job.id(), file);
        if (open(job).next(1).isEmpty()) {
            throw Refusal.invalid("service-import.empty");
        }
        return job;
    }

    private void store(UUID id, InputStream file) throws IOException {
        long size = 0;
        int number = 0;
        byte[] piece = file.readNBytes(ImportPieces.SIZE);
        while (piece.length > 0) {
            size += piece.length;
            if (size > settings.maxSize().toBytes()) {
                throw Refusal.invalid(
                        "service-import.too-large", settings.maxSize().toMegabytes());
            }
            pieces.insert(id, number++, piece);
            piece = file.readNBytes(ImportPieces.SIZE);
        }
    }

    ServiceFile open(ServiceImport job) {
        return ServiceFile.open(new StoredFile(pieces, job.id()), job.csv(), json);
    }

    /** The next import for this worker, if any waits or has lost its worker. */
    Optional<ServiceImport> claim() {
        return imports.unfinished().stream()
                .filter(id -> imports.claim(id, settings.abandonedAfter()))
                .findFirst()
                .map(imports::lock);
    }

    /**
     * Takes a batch: records, results and position commit together.
     *
     * @param job as this worker last knew it
     * @param last whether no row follows
     * @throws ImportLostException when another worker went on with it meanwhile; nothing is changed then
     */
    ServiceImport take(ServiceImport job, List<ReadRow> rows, boolean last) {
        ServiceImport locked = imports.lock(job.id());
        if (!locked.running() || !locked.counts().equals(job.counts())) {
            throw new ImportLostException(job.id());
        }
        List<ServiceEntry> entries =
                rows.stream().map(ReadRow::entry).filter(Objects::nonNull).toList();
        List<RecordResult> results = entries.isEmpty() ? List.of() : service.record(job.recorder(), entries);
        imports.insertRows(job.id(), remarkable(rows, results));
        ServiceImport next = locked.advanced(ImportCounts.of(results, rows.size() - entries.size()));
        return last ? end(next.done(clock.instant()), "service-records.imported") : saved(next);
    }

    private static List<ImportedRow> remarkable(List<ReadRow> rows, List<RecordResult> results) {
        Iterator<RecordResult> result = results.iterator();
        List<ImportedRow> kept = new ArrayList<>();
        for (ReadRow row : rows) {
            ImportedRow one = row.entry() == null ? row.refused() : row.kept(result.next());
            if (one != null) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** Gives up an import that cannot go on; what was taken stays. */
    void fail(UUID id, ServiceImport.Failure why) {
        ServiceImport locked = imports.lock(id);
        if (locked.running()) {
            end(locked.failed(why, clock.instant()), "service-records.import-failed");
        }
    }

    private ServiceImport end(ServiceImport job, String action) {
        pieces.forget(job.id());
        audit.record(job.recorder().did(action, "service-import", job.id(), job.counts()));
        return saved(job);
    }

    private ServiceImport saved(ServiceImport job) {
        imports.update(job);
        return job;
    }
}
