package org.yilianti.rotation.service.batch;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.service.ServiceManagement;
import org.yilianti.rotation.service.batch.ImportRun.Status;
import tools.jackson.databind.ObjectMapper;

/** Imports files of service, as one transaction each. */
@Component
@Transactional
public class ServiceImportManagement {

    private final ServiceManagement service;
    private final ServiceImports imports;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    ServiceImportManagement(
            ServiceManagement service, ServiceImports imports, ObjectMapper json, AuditTrail audit, Clock clock) {
        this.service = service;
        this.imports = imports;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param csv whether the file is CSV; JSON otherwise */
    public ServiceImport take(Caller caller, InputStream file, boolean csv) {
        List<ImportedRow> remarkable = new ArrayList<>();
        ImportRun run = new ImportRun(entries -> service.record(caller, entries), remarkable::addAll);
        if (csv) {
            ServiceFiles.readCsv(file, run::take);
        } else {
            ServiceFiles.readJson(file, json, run::take);
        }
        run.flush();
        if (run.rows() == 0) {
            throw Refusal.invalid("service-import.empty");
        }
        UUID id = Ids.next();
        ServiceImport done = new ServiceImport(
                id,
                caller.name(),
                clock.instant(),
                run.rows(),
                run.count(Status.CREATED),
                run.count(Status.CORRECTED),
                run.count(Status.UNCHANGED),
                run.flagged(),
                run.count(Status.REJECTED));
        imports.insert(caller.association(), done);
        imports.insertRows(id, remarkable);
        audit.record(AuditRecord.of(
                caller,
                "service-records.imported",
                "service-import",
                id,
                null,
                Map.of("rows", done.rows(), "rejected", done.rejected(), "flagged", done.flagged())));
        return done;
    }
}
