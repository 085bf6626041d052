package org.yilianti.rotation.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;
import tools.jackson.databind.ObjectMapper;

/** All programmes; one is seen by those who may see one of its institutions. */
@Repository
public class RotationProgrammes {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    RotationProgrammes(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    public List<RotationProgramme> list(
            Sight sight, @Nullable ProgrammeKind kind, @Nullable Boolean closed, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select p.* from rotation_programme p where %s and (:kind is null or p.kind = :kind)
                            and (:closed is null or p.closed = :closed) and (:after is null or p.id > :after)
                        order by p.id limit :limit
                        """.formatted(seen(sight))))
                .param("kind", kind == null ? null : kind.code())
                .param("closed", closed)
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(this::programme)
                .list();
    }

    public Optional<RotationProgramme> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select p.* from rotation_programme p where p.id = :id and " + seen(sight)))
                .param("id", Ids.bytes(id))
                .query(this::programme)
                .optional();
    }

    /** The programme, whoever asks. */
    Optional<RotationProgramme> ofId(UUID association, UUID id) {
        return jdbc.sql("select p.* from rotation_programme p where p.association_id = ? and p.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::programme)
                .optional();
    }

    /** The programme, held until the transaction ends: who plans it waits here for who else does. */
    Optional<RotationProgramme> lock(UUID association, UUID id) {
        return jdbc.sql("select p.* from rotation_programme p where p.association_id = ? and p.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::programme)
                .optional();
    }

    void insert(RotationProgramme made, String by, Instant now) {
        batches.update(
                "insert into rotation_programme (id, association_id, version, name, kind, terms, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.bytes(made.id()),
                Ids.bytes(made.association()),
                made.version(),
                made.name(),
                made.kind().code(),
                json.writeValueAsString(made.terms()),
                by,
                Timestamp.from(now));
        batches.batchUpdate(
                "insert into rotation_programme_institution (programme_id, institution_id) values (?, ?)",
                made.terms().institutions().stream()
                        .map(institution -> new Object[] {Ids.bytes(made.id()), Ids.bytes(institution)})
                        .toList());
    }

    void update(RotationProgramme changed) {
        batches.update(
                "update rotation_programme set version = ?, closed = ? where id = ?",
                changed.version(),
                changed.closed(),
                Ids.bytes(changed.id()));
    }

    private static String seen(Sight sight) {
        return "exists (select 1 from rotation_programme_institution part where part.programme_id = p.id and "
                + sight.sql("p.association_id", "null", "part.institution_id") + ")";
    }

    private RotationProgramme programme(ResultSet row, int number) throws SQLException {
        return new RotationProgramme(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                row.getString("name"),
                ProgrammeKind.ofCode(row.getString("kind")),
                json.readValue(row.getString("terms"), ProgrammeTerms.class),
                row.getBoolean("closed"));
    }
}
