package org.yilianti.rotation.service.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.service.RecordFlag;
import org.yilianti.rotation.service.Recorder;
import org.yilianti.rotation.service.batch.ServiceImport.Failure;
import tools.jackson.databind.ObjectMapper;

/** Imports, seen by those who made them. */
@Repository
public class ServiceImports {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    ServiceImports(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public Optional<ServiceImport> find(Caller caller, UUID id) {
        return jdbc.sql(
                        "select * from service_import where association_id = :association and imported_by = :by and id = :id")
                .param("association", Ids.bytes(caller.association()))
                .param("by", caller.name())
                .param("id", Ids.bytes(id))
                .query(this::row)
                .optional();
    }

    /** The caller's own, newest first. */
    public List<ServiceImport> list(Caller caller, PageRequest page) {
        var after = page.after();
        return jdbc.sql("""
                        select * from service_import where association_id = :association and imported_by = :by
                            and (:after is null or id < :after) order by id desc limit :limit
                        """)
                .param("association", Ids.bytes(caller.association()))
                .param("by", caller.name())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(this::row)
                .list();
    }

    /** Imports that wait for a worker or have one, oldest first; a few. */
    List<UUID> unfinished() {
        return jdbc.sql("select id from service_import where status in ('queued', 'running') order by id limit 20")
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** Makes the import this worker's; false when another one works on it or it is over. */
    boolean claim(UUID id, Duration abandonedAfter) {
        return jdbc.sql("""
                        update service_import set status = 'running', touched_at = current_timestamp(6)
                        where id = ? and (status = 'queued'
                            or status = 'running' and touched_at < current_timestamp(6) - interval ? microsecond)
                        """)
                        .params(Ids.bytes(id), abandonedAfter.toNanos() / 1_000)
                        .update()
                == 1;
    }

    /** The import, held until the transaction ends. */
    ServiceImport lock(UUID id) {
        return jdbc.sql("select * from service_import where id = ? for update")
                .param(Ids.bytes(id))
                .query(this::row)
                .single();
    }

    private ServiceImport row(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        String scope = row.getString("scope_codes");
        String failure = row.getString("failure_code");
        return new ServiceImport(
                Ids.uuid(row.getBytes("id")),
                new Recorder(
                        Ids.uuid(row.getBytes("association_id")),
                        row.getString("imported_by"),
                        InstitutionScope.of(scope == null ? List.of() : strings(scope))),
                row.getBoolean("csv"),
                ImportStatus.ofCode(row.getString("status")),
                row.getTimestamp("imported_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                new ImportCounts(
                        row.getInt("row_count"),
                        row.getInt("created"),
                        row.getInt("corrected"),
                        row.getInt("unchanged"),
                        row.getInt("flagged"),
                        row.getInt("rejected")),
                failure == null ? null : new Failure(failure, strings(row.getString("failure_args"))));
    }

    private List<String> strings(String stored) {
        return List.of(json.readValue(stored, String[].class));
    }

    /** Rows that were rejected or flagged, in the order of the file. */
    public List<ImportedRow> rows(ServiceImport of, PageRequest page) {
        var after = page.after();
        return jdbc.sql("""
                        select * from service_import_row where import_id = :import and position > :after
                        order by position limit :limit
                        """)
                .param("import", Ids.bytes(of.id()))
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", page.fetchSize())
                .query((row, number) -> new ImportedRow(
                        row.getInt("position"),
                        row.getString("source_id"),
                        row.getString("status"),
                        row.getString("column_name"),
                        row.getString("code"),
                        List.of(json.readValue(row.getString("args"), String[].class)),
                        List.of(json.readValue(row.getString("flags"), RecordFlag[].class))))
                .list();
    }

    void insert(ServiceImport one) {
        InstitutionScope scope = one.recorder().scope();
        batches.update(
                """
                insert into service_import (id, association_id, imported_by, imported_at, csv, status, scope_codes, row_count, created,
                    corrected, unchanged, flagged, rejected) values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0)
                """,
                Ids.bytes(one.id()),
                Ids.bytes(one.recorder().association()),
                one.recorder().name(),
                Timestamp.from(one.importedAt()),
                one.csv(),
                one.status().code(),
                json.writeValueAsString(scope.all() ? List.of("*") : scope.codes()));
    }

    void update(ServiceImport one) {
        ImportCounts counts = one.counts();
        Failure failure = one.failure();
        Instant finished = one.finishedAt();
        batches.update(
                """
                update service_import set status = ?, finished_at = ?, row_count = ?, created = ?, corrected = ?, unchanged = ?, flagged = ?,
                    rejected = ?, failure_code = ?, failure_args = ?, touched_at = current_timestamp(6) where id = ?
                """,
                one.status().code(),
                finished == null ? null : Timestamp.from(finished),
                counts.rows(),
                counts.created(),
                counts.corrected(),
                counts.unchanged(),
                counts.flagged(),
                counts.rejected(),
                failure == null ? null : failure.code(),
                failure == null ? null : json.writeValueAsString(failure.args()),
                Ids.bytes(one.id()));
    }

    void insertRows(UUID id, List<ImportedRow> rows) {
        batches.batchUpdate(
                """
                insert into service_import_row (import_id, position, source_id, status, column_name, code, args, flags)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            Ids.bytes(id),
                            row.position(),
                            row.sourceId(),
                            row.status(),
                            row.column(),
                            row.code(),
                            json.writeValueAsString(row.args()),
                            json.writeValueAsString(row.flags())
                        })
                        .toList());
    }
}
