package org.yilianti.staff.bulk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.database.PackedBytes;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Taken;
import tools.jackson.databind.ObjectMapper;

/** The tables of imports. */
@Repository
class ImportRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final PersonalDataCipher cipher;

    ImportRepository(JdbcClient jdbc, ObjectMapper json, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.json = json;
        this.cipher = cipher;
    }

    void insert(ImportJob job) {
        Editor editor = job.editor();
        Object codes = editor.scope().all() ? List.of("*") : editor.scope().codes();
        jdbc.sql("""
                        insert into import_job (id, association_id, list_name, dry_run, status, requested_by, scope_codes, requested_at,
                            size_bytes, bytes_read, position, created_rows, changed_rows, unchanged_rows, rejected_rows, touched_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, current_timestamp(6))
                        """)
                .params(
                        job.id().bytes(),
                        Ids.bytes(editor.association()),
                        job.list(),
                        job.dryRun(),
                        job.status().code(),
                        editor.name(),
                        json.writeValueAsString(codes),
                        Timestamp.from(job.requestedAt()),
                        job.size())
                .update();
    }

    /** What is known only after the file was stored. */
    void stored(ImportId id, long size, Charset charset) {
        jdbc.sql("update import_job set size_bytes = ?, charset_name = ? where id = ?")
                .params(size, charset.name(), id.bytes())
                .update();
    }

    /** Packs the first {@code length} bytes as a piece of the file and seals it, for it may hold personal values. */
    void insertChunk(ImportJob job, int number, byte[] content, int length) {
        jdbc.sql("insert into import_chunk (job_id, number, association_id, content, packed) values (?, ?, ?, ?, true)")
                .params(
                        job.id().bytes(),
                        number,
                        Ids.bytes(job.editor().association()),
                        cipher.seal(PackedBytes.pack(content, length)))
                .update();
    }

    /** A piece of the file; empty after the last. */
    Optional<byte[]> chunk(ImportId id, int number) {
        return jdbc.sql("select content, packed from import_chunk where job_id = ? and number = ?")
                .params(id.bytes(), number)
                .query((row, index) -> row.getBoolean(2)
                        ? PackedBytes.unpack(cipher.open(row.getBytes(1)))
                        : cipher.decrypt(row.getBytes(1)).getBytes(StandardCharsets.ISO_8859_1))
                .optional();
    }

    /** Forgets the file of a job that is done. */
    void deleteChunks(ImportId id) {
        jdbc.sql("delete from import_chunk where job_id = ?").param(id.bytes()).update();
    }

    Optional<ImportJob> find(ImportId id) {
        return jdbc.sql("select * from import_job where id = ?")
                .param(id.bytes())
                .query(this::job)
                .optional();
    }

    ImportJob lock(ImportId id) {
        return jdbc.sql("select * from import_job where id = ? for update")
                .param(id.bytes())
                .query(this::job)
                .single();
    }

    /** The oldest unfinished job of every association. */
    List<ImportId> oldestUnfinished() {
        return jdbc.sql("""
                        select min(id) from import_job where status in ('queued', 'running') group by association_id
                        """)
                .query((row, number) -> new ImportId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    /** Makes the job this worker's; false when another one works on it or it is done. */
    boolean claim(ImportId id, long abandonedAfterMillis) {
        return jdbc.sql("""
                        update import_job set status = 'running', touched_at = current_timestamp(6)
                        where id = ? and (status = 'queued'
                            or status = 'running' and touched_at < current_timestamp(6) - interval ? microsecond)
                        """).params(id.bytes(), abandonedAfterMillis * 1000).update() == 1;
    }

    void update(ImportJob job) {
        ImportJob.Failure failure = job.failure();
        jdbc.sql("""
                        update import_job set status = ?, finished_at = ?, bytes_read = ?, position = ?, created_rows = ?,
                            changed_rows = ?, unchanged_rows = ?, rejected_rows = ?, failure_code = ?, failure_args = ?,
                            touched_at = current_timestamp(6)
                        where id = ?
                        """)
                .param(job.status().code())
                .param(job.finishedAt() == null ? null : Timestamp.from(job.finishedAt()))
                .param(job.bytesRead())
                .param(job.position())
                .param(job.taken().created())
                .param(job.taken().changed())
                .param(job.taken().unchanged())
                .param(job.rejected())
                .param(failure == null ? null : failure.code())
                .param(failure == null ? null : json.writeValueAsString(failure.args()))
                .param(job.id().bytes())
                .update();
    }

    /** Newest first. */
    List<ImportJob> list(UUID association, @Nullable String requestedBy, @Nullable UUID before, int size) {
        return jdbc.sql("""
                        select * from import_job where association_id = :association and (:by is null or requested_by = :by)
                            and (:before is null or id < :before) order by id desc limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("by", requestedBy)
                .param("before", Ids.bytesOrNull(before))
                .param("size", size)
                .query(this::job)
                .list();
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        String failure = row.getString("failure_code");
        InstitutionScope scope =
                InstitutionScope.of(List.of(json.readValue(row.getString("scope_codes"), String[].class)));
        return new ImportJob(
                new ImportId(Ids.uuid(row.getBytes("id"))),
                new Editor(Ids.uuid(row.getBytes("association_id")), row.getString("requested_by"), scope),
                row.getString("list_name"),
                row.getBoolean("dry_run"),
                Coded.of(ImportStatus.class, row.getString("status")),
                Charset.forName(row.getString("charset_name")),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("size_bytes"),
                row.getLong("bytes_read"),
                row.getLong("position"),
                new Taken(row.getLong("created_rows"), row.getLong("changed_rows"), row.getLong("unchanged_rows")),
                row.getLong("rejected_rows"),
                failure == null
                        ? null
                        : new ImportJob.Failure(
                                failure, List.of(json.readValue(row.getString("failure_args"), Object[].class))));
    }
}
