package org.yilianti.rotation.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** All claims. */
@Repository
public class DutyClaims {

    private final JdbcClient jdbc;

    DutyClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DutyClaim> list(Sight sight, @Nullable UUID duty, @Nullable ClaimState state, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("select c.* from duty_claim c where " + seen(sight)
                        + " and (:duty is null or c.duty_id = :duty) and (:state is null or c.state = :state)"
                        + " and (:after is null or c.id > :after) order by c.id limit :limit"))
                .param("duty", Ids.bytesOrNull(duty))
                .param("state", state == null ? null : state.code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(DutyClaims::claim)
                .list();
    }

    public Optional<DutyClaim> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select c.* from duty_claim c where " + seen(sight) + " and c.id = :id"))
                .param("id", Ids.bytes(id))
                .query(DutyClaims::claim)
                .optional();
    }

    boolean pending(UUID dutyId, UUID memberId) {
        return jdbc.sql("select count(*) from duty_claim where duty_id = ? and member_id = ? and state = 'claimed'")
                        .params(Ids.bytes(dutyId), Ids.bytes(memberId))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(DutyClaim claim) {
        jdbc.sql("""
                        insert into duty_claim (id, association_id, version, duty_id, institution_id, member_id, state, claimed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(claim.id()),
                        Ids.bytes(claim.association()),
                        claim.version(),
                        Ids.bytes(claim.dutyId()),
                        Ids.bytes(claim.institutionId()),
                        Ids.bytes(claim.memberId()),
                        claim.state().code(),
                        Timestamp.from(claim.claimedAt()))
                .update();
    }

    /** Keeps a step; false when somebody else took one meanwhile. */
    boolean update(DutyClaim changed) {
        return jdbc.sql("""
                        update duty_claim set version = :version, state = :state, decided_by = :by, reason = :reason
                        where id = :id and version = :version - 1
                        """)
                        .param("version", changed.version())
                        .param("state", changed.state().code())
                        .param("by", changed.decidedBy())
                        .param("reason", changed.reason())
                        .param("id", Ids.bytes(changed.id()))
                        .update()
                == 1;
    }

    /** Ends what others claimed of a duty that is no longer open. */
    void refuseOthers(DutyClaim granted, String actor) {
        jdbc.sql("""
                        update duty_claim set version = version + 1, state = 'refused', decided_by = :by, reason = 'taken'
                        where duty_id = :duty and id <> :id and state = 'claimed'
                        """)
                .param("by", actor)
                .param("duty", Ids.bytes(granted.dutyId()))
                .param("id", Ids.bytes(granted.id()))
                .update();
    }

    private static String seen(Sight sight) {
        return sight.sql("c.association_id", "c.member_id", "c.institution_id");
    }

    private static DutyClaim claim(ResultSet row, int number) throws SQLException {
        return new DutyClaim(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("duty_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Ids.uuid(row.getBytes("member_id")),
                ClaimState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("claimed_at").toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
