package org.yilianti.rotation.service.batch;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.service.RecordFlag;
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
                .query((row, number) -> new ServiceImport(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("imported_by"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getInt("row_count"),
                        row.getInt("created"),
                        row.getInt("corrected"),
                        row.getInt("unchanged"),
                        row.getInt("flagged"),
                        row.getInt("rejected")))
                .optional();
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

    void insert(UUID association, ServiceImport one) {
        batches.update(
                """
                insert into service_import (id, association_id, imported_by, imported_at, row_count, created, corrected, unchanged, flagged,
                    rejected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(one.id()),
                Ids.bytes(association),
                one.importedBy(),
                Timestamp.from(one.importedAt()),
                one.rows(),
                one.created(),
                one.corrected(),
                one.unchanged(),
                one.flagged(),
                one.rejected());
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
