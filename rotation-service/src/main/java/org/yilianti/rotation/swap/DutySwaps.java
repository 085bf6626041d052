package org.yilianti.rotation.swap;

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

/** All swaps. */
@Repository
public class DutySwaps {

    private final JdbcClient jdbc;

    DutySwaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DutySwap> list(Sight sight, @Nullable SwapState state, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("select s.* from duty_swap s where " + seen(sight)
                        + " and (:state is null or s.state = :state) and (:after is null or s.id > :after)"
                        + " order by s.id limit :limit"))
                .param("state", state == null ? null : state.code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(DutySwaps::swap)
                .list();
    }

    public Optional<DutySwap> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select s.* from duty_swap s where " + seen(sight) + " and s.id = :id"))
                .param("id", Ids.bytes(id))
                .query(DutySwaps::swap)
                .optional();
    }

    void insert(DutySwap swap) {
        SwapSide wanted = swap.wanted();
        jdbc.sql("""
                        insert into duty_swap (id, association_id, version, offered_duty_id, offered_institution_id,
                            offering_member_id, wanted_duty_id, wanted_institution_id, partner_member_id, state, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(swap.id()))
                .param(Ids.bytes(swap.association()))
                .param(swap.version())
                .param(Ids.bytes(swap.offered().dutyId()))
                .param(Ids.bytes(swap.offered().institutionId()))
                .param(Ids.bytes(swap.offeringMemberId()))
                .param(wanted == null ? null : Ids.bytes(wanted.dutyId()))
                .param(wanted == null ? null : Ids.bytes(wanted.institutionId()))
                .param(Ids.bytes(swap.partnerMemberId()))
                .param(swap.state().code())
                .param(Timestamp.from(swap.askedAt()))
                .update();
    }

    /** Keeps a step; false when somebody else took one meanwhile. */
    boolean update(DutySwap changed) {
        return jdbc.sql("""
                        update duty_swap set version = :version, state = :state, decided_by = :by, reason = :reason
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

    /** Seen by both people and by those who plan at one of the sites. */
    private static String seen(Sight sight) {
        return "("
                + sight.sql(
                        "s.association_id",
                        "s.offering_member_id",
                        "s.offered_institution_id",
                        "s.wanted_institution_id")
                + " or (s.association_id = :association and coalesce(s.partner_member_id = :ownMember, false)))";
    }

    private static DutySwap swap(ResultSet row, int number) throws SQLException {
        byte[] wanted = row.getBytes("wanted_duty_id");
        return new DutySwap(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("offering_member_id")),
                new SwapSide(
                        Ids.uuid(row.getBytes("offered_duty_id")), Ids.uuid(row.getBytes("offered_institution_id"))),
                Ids.uuid(row.getBytes("partner_member_id")),
                wanted == null ? null : new SwapSide(Ids.uuid(wanted), Ids.uuid(row.getBytes("wanted_institution_id"))),
                SwapState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
