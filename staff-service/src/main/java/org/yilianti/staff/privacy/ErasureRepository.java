package org.yilianti.staff.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
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
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.privacy.Erasure.State;
import org.yilianti.staff.privacy.Erasure.Step;

/** The table of erasures; the only place where a kept identity is sealed. */
@Repository
public class ErasureRepository {

    private static final String SELECT = "select e.* from erasure e ";
    private static final String VISIBLE =
            " e.member_id in (select m.id from member m where m.association_id = :association and ";

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;

    ErasureRepository(JdbcClient jdbc, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<MemberId> memberOf(UUID association, UUID id) {
        return jdbc.sql("select member_id from erasure where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> MemberId.of(row.getBytes("member_id")))
                .optional();
    }

    /** Locks the case until the transaction ends. */
    Optional<Erasure> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where e.association_id = ? and e.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(ErasureRepository::erasure)
                .optional();
    }

    /** The case, if its member is within sight. */
    public Optional<Erasure> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(SELECT + "where e.association_id = :association and e.id = :id and" + VISIBLE
                        + sight.sql() + ")"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(ErasureRepository::erasure)
                .optional();
    }

    /** Rows of one page, one more than it holds, the newest first. */
    public List<Erasure> list(UUID association, Sight sight, @Nullable String state, PageRequest page) {
        return sight.bind(jdbc.sql(SELECT
                        + "where e.association_id = :association and (:state is null or e.state = :state)"
                        + " and (:after is null or e.id < :after) and" + VISIBLE + sight.sql()
                        + ") order by e.id desc limit :size"))
                .param("association", Ids.bytes(association))
                .param("state", state)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(ErasureRepository::erasure)
                .list();
    }

    boolean proposed(MemberId member) {
        return jdbc.sql("select count(*) from erasure where member_id = ? and open_case = 1")
                        .param(member.bytes())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(Erasure erasure) {
        jdbc.sql("""
                        insert into erasure (id, association_id, version, member_id, state, reason, proposed_at, proposed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(erasure.id()))
                .param(Ids.bytes(erasure.association()))
                .param(erasure.version())
                .param(erasure.member().bytes())
                .param(erasure.state().code())
                .param(erasure.proposed().reason())
                .param(Timestamp.from(erasure.proposed().at()))
                .param(erasure.proposed().by())
                .update();
    }

    /** @param identity who it was; null when that is not kept */
    void decide(Erasure erasure, Step decided, @Nullable String identity) {
        jdbc.sql("""
                        update erasure set version = ?, state = ?, decided_at = ?, decided_by = ?, decision_reason = ?, kept_until = ?,
                            kept_sealed = ? where id = ?
                        """)
                .param(erasure.version())
                .param(erasure.state().code())
                .param(Timestamp.from(decided.at()))
                .param(decided.by())
                .param(decided.reason())
                .param(erasure.keptUntil())
                .param(identity == null ? null : cipher.encrypt(identity))
                .param(Ids.bytes(erasure.id()))
                .update();
    }

    /** Destroys an identity whose day has come; false when none is kept any more. */
    boolean destroyIdentity(UUID association, UUID id, LocalDate today) {
        return jdbc.sql("""
                        update erasure set kept_sealed = null, version = version + 1
                        where association_id = ? and id = ? and kept_sealed is not null and kept_until <= ?
                        """)
                        .params(Ids.bytes(association), Ids.bytes(id), today)
                        .update()
                > 0;
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Erasure(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                MemberId.of(row.getBytes("member_id")),
                Coded.of(State.class, row.getString("state")),
                new Step(
                        row.getTimestamp("proposed_at").toInstant(),
                        row.getString("proposed_by"),
                        row.getString("reason")),
                decided == null
                        ? null
                        : new Step(decided.toInstant(), row.getString("decided_by"), row.getString("decision_reason")),
                row.getObject("kept_until", LocalDate.class));
    }
}
