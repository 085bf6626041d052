package org.yilianti.staff.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.evidence.EvidenceFile.Withdrawal;
import org.yilianti.staff.member.MemberId;

/** The table of files; the only place where their names are sealed. */
@Repository
public class EvidenceRepository {

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;

    EvidenceRepository(JdbcClient jdbc, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(EvidenceFile file) {
        jdbc.sql("""
                        insert into evidence_file (id, association_id, version, owner_kind, owner_id, member_id, name_sealed, media_type,
                            size_bytes, content_hash, scan, uploaded_at, uploaded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(file.id()),
                        Ids.bytes(file.association()),
                        file.version(),
                        file.ownerKind().code(),
                        Ids.bytes(file.ownerId()),
                        file.member().bytes(),
                        cipher.encrypt(String.valueOf(file.name())),
                        file.type().mediaType(),
                        file.size(),
                        HexFormat.of().parseHex(file.hash()),
                        file.scan().code(),
                        Timestamp.from(file.uploadedAt()),
                        file.uploadedBy())
                .update();
    }

    /** Any file of the association; who may see it is asked of its owner. */
    public Optional<EvidenceFile> find(UUID association, UUID id) {
        return jdbc.sql("select * from evidence_file where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::file)
                .optional();
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<EvidenceFile> lock(UUID association, UUID id) {
        return jdbc.sql("select * from evidence_file where association_id = ? and id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::file)
                .optional();
    }

    /** The standing files of a record. */
    List<EvidenceFile> standing(UUID association, EvidenceOwner owner) {
        return jdbc.sql("""
                        select * from evidence_file where association_id = ? and owner_kind = ? and owner_id = ? and standing = 1 order by id
                        """)
                .params(Ids.bytes(association), owner.kind().code(), Ids.bytes(owner.id()))
                .query(this::file)
                .list();
    }

    /** The files of a person whose content is kept. */
    List<EvidenceFile> keptOf(UUID association, MemberId member) {
        return jdbc.sql("""
                        select * from evidence_file where association_id = ? and member_id = ? and destroyed_at is null order by id
                        """)
                .params(Ids.bytes(association), member.bytes())
                .query(this::file)
                .list();
    }

    /** All of a person, with or without content. */
    List<EvidenceFile> ofMember(UUID association, MemberId member) {
        return jdbc.sql("select * from evidence_file where association_id = ? and member_id = ? order by id")
                .params(Ids.bytes(association), member.bytes())
                .query(this::file)
                .list();
    }

    /** Rows of one page, one more than it holds. */
    public List<EvidenceFile> list(UUID association, EvidenceOwner owner, PageRequest page) {
        return jdbc.sql("""
                        select * from evidence_file where association_id = :association and owner_kind = :kind and owner_id = :owner
                            and (:after is null or id > :after) order by id limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("kind", owner.kind().code())
                .param("owner", Ids.bytes(owner.id()))
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(this::file)
                .list();
    }

    void withdraw(EvidenceFile file, Withdrawal why) {
        jdbc.sql("""
                        update evidence_file set version = ?, withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?, kept_until = ?
                        where id = ?
                        """)
                .params(
                        file.version(),
                        Timestamp.from(why.at()),
                        why.by(),
                        why.reason(),
                        why.keptUntil(),
                        Ids.bytes(file.id()))
                .update();
    }

    /** Standing files that no scan has seen, those first whose turn was longest ago. */
    List<EvidenceFile> unscanned(int limit) {
        return jdbc.sql("""
                        select * from evidence_file where scan = 'not-scanned' and standing = 1 order by scanned_at, id limit ?
                        """).param(limit).query(this::file).list();
    }

    /** Its turn has come; keeps what the scan found. */
    void scanned(EvidenceFile file, Instant at) {
        jdbc.sql("update evidence_file set version = ?, scan = ?, scanned_at = ? where id = ?")
                .params(file.version(), file.scan().code(), Timestamp.from(at), Ids.bytes(file.id()))
                .update();
    }

    /** The name of a file may be that of a person. */
    void forgetName(EvidenceFile file) {
        jdbc.sql("update evidence_file set name_sealed = ? where id = ?")
                .params(cipher.encrypt(file.type().defaultName()), Ids.bytes(file.id()))
                .update();
    }

    void keepUntil(EvidenceFile file, LocalDate day) {
        jdbc.sql("update evidence_file set version = ?, kept_until = ? where id = ?")
                .params(file.version(), day, Ids.bytes(file.id()))
                .update();
    }

    void destroy(EvidenceFile file, Instant at) {
        jdbc.sql("update evidence_file set version = ?, name_sealed = null, destroyed_at = ? where id = ?")
                .params(file.version(), Timestamp.from(at), Ids.bytes(file.id()))
                .update();
    }

    void moveAll(UUID association, MemberId from, MemberId to) {
        jdbc.sql(
                        "update evidence_file set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(to.bytes(), Ids.bytes(association), from.bytes())
                .update();
    }

    private EvidenceFile file(ResultSet row, int number) throws SQLException {
        byte[] name = row.getBytes("name_sealed");
        return new EvidenceFile(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Coded.of(OwnerKind.class, row.getString("owner_kind")),
                Ids.uuid(row.getBytes("owner_id")),
                MemberId.of(row.getBytes("member_id")),
                name == null ? null : cipher.decrypt(name),
                FileType.declared(row.getString("media_type")).orElseThrow(),
                row.getInt("size_bytes"),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                Coded.of(Verdict.Outcome.class, row.getString("scan")),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"),
                withdrawal(row));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("withdrawn_at");
        Timestamp destroyed = row.getTimestamp("destroyed_at");
        return at == null
                ? null
                : new Withdrawal(
                        at.toInstant(),
                        row.getString("withdrawn_by"),
                        row.getString("withdrawal_reason"),
                        row.getObject("kept_until", LocalDate.class),
                        destroyed == null ? null : destroyed.toInstant());
    }
}
