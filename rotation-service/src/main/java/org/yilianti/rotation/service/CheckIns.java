package org.yilianti.rotation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** Who has come, and who is still there. */
@Repository
public class CheckIns {

    private final JdbcClient jdbc;

    CheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those the caller may see, oldest first. */
    public List<CheckIn> list(Sight sight, @Nullable UUID institution, boolean open, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select r.* from check_in r
                        where %s and (:institution is null or r.institution_id = :institution)
                            and (:open = false or r.left_at is null) and (:after is null or r.id > :after)
                        order by r.id limit :limit
                        """.formatted(ServiceRecords.sql(sight))))
                .param("institution", Ids.bytesOrNull(institution))
                .param("open", open)
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(CheckIns::checkIn)
                .list();
    }

    /** The check-in, when the caller may see it, held until the transaction ends. */
    Optional<CheckIn> lock(Sight sight, UUID id) {
        return sight.bind(jdbc.sql(
                        "select r.* from check_in r where r.id = :id and " + ServiceRecords.sql(sight) + " for update"))
                .param("id", Ids.bytes(id))
                .query(CheckIns::checkIn)
                .optional();
    }

    /** Refuses (409) somebody who is present already. */
    void insert(CheckIn one) {
        try {
            jdbc.sql("""
                            insert into check_in (id, association_id, member_id, institution_id, duty_id, kind, came_at, checked_in_by,
                                open_member) values (:id, :association, :member, :institution, :duty, :kind, :came, :by, :member)
                            """)
                    .param("id", Ids.bytes(one.id()))
                    .param("association", Ids.bytes(one.association()))
                    .param("member", Ids.bytes(one.memberId()))
                    .param("institution", Ids.bytes(one.institutionId()))
                    .param("duty", Ids.bytesOrNull(one.dutyId()))
                    .param("kind", one.kind().code())
                    .param("came", Timestamp.from(one.cameAt()))
                    .param("by", one.checkedInBy())
                    .update();
        } catch (DuplicateKeyException present) {
            throw Refusal.conflict("check-in.present-already");
        }
    }

    void close(UUID id, Instant leftAt, @Nullable UUID recordId) {
        jdbc.sql("update check_in set left_at = :left, record_id = :record, open_member = null where id = :id")
                .param("left", Timestamp.from(leftAt))
                .param("record", Ids.bytesOrNull(recordId))
                .param("id", Ids.bytes(id))
                .update();
    }

    private static CheckIn checkIn(ResultSet row, int number) throws SQLException {
        Timestamp left = row.getTimestamp("left_at");
        return new CheckIn(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Ids.uuidOrNull(row.getBytes("duty_id")),
                ServiceKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getTimestamp("came_at").toInstant(),
                row.getString("checked_in_by"),
                left == null ? null : left.toInstant(),
                Ids.uuidOrNull(row.getBytes("record_id")));
    }
}
