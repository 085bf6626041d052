package org.yilianti.rotation.service;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.directory.Sight;
import tools.jackson.databind.ObjectMapper;

/** What records said before they were corrected; only grows. */
@Repository
public class RecordRevisions {

    private final JdbcClient jdbc;
    private final RecordRows rows;

    RecordRevisions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(json);
    }

    /** Those of a record that the caller may see, oldest first. */
    public List<RecordRevision> of(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("""
                        select v.* from service_record_revision v join service_record r on r.id = v.id
                        where v.id = :id and %s order by v.version
                        """.formatted(ServiceRecords.sql(sight))))
                .param("id", Ids.bytes(id))
                .query((row, number) -> new RecordRevision(
                        row.getLong("version"),
                        RecordRows.content(row),
                        row.getBoolean("night"),
                        rows.flags(row.getString("flags")),
                        RecordStatus.ofCode(row.getString("status")),
                        row.getString("reason"),
                        row.getString("recorded_by"),
                        row.getString("confirmed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }
}
