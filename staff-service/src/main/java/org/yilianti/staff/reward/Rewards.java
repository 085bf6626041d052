package org.yilianti.staff.reward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.member.MemberId;

/** Keeps what was heard of rewards and punishments, and finds those that stand. */
@Repository
public class Rewards {

    private static final String STANDING = "select * from reward where association_id = :association and standing and ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssociationCalendar calendar;

    Rewards(JdbcClient jdbc, JdbcTemplate batches, AssociationCalendar calendar) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.calendar = calendar;
    }

    /** Those of a person, newest first. */
    public List<Reward> ofMember(UUID association, MemberId member) {
        return jdbc.sql(STANDING + "counts_for_id = :member order by effective_at desc, id")
                .param("association", Ids.bytes(association))
                .param("member", member.bytes())
                .query(this::reward)
                .list();
    }

    /** Those of the head of an institution and of the institution itself whose first day is within these, oldest first. */
    public List<Reward> within(
            UUID association, MemberId head, UUID institution, LocalDate from, @Nullable LocalDate before) {
        return jdbc
                .sql(STANDING + """
                        (counts_for_id = :member or (institution_id = :institution and member_id is null))
                        order by effective_at, id
                        """)
                .param("association", Ids.bytes(association))
                .param("member", head.bytes())
                .param("institution", Ids.bytes(institution))
                .query(this::reward)
                .list()
                .stream()
                .filter(one -> !one.effectiveOn().isBefore(from))
                .filter(one -> before == null || one.effectiveOn().isBefore(before))
                .toList();
    }

    /** The newest state of each. */
    void keep(Collection<HeardReward> heard) {
        batches.batchUpdate(
                """
                insert into reward (id, association_id, institution_id, member_id, counts_for_id, kind, measure, basis, effective_at,
                    standing) values (?, ?, ?, ?, coalesce((select m.merged_into_id from member m where m.id = ?), ?), ?, ?, ?, ?, ?)
                on duplicate key update standing = values(standing)
                """,
                heard.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            Ids.bytes(one.institution()),
                            Ids.bytesOrNull(one.member()),
                            Ids.bytesOrNull(one.member()),
                            Ids.bytesOrNull(one.member()),
                            one.kind(),
                            one.measure(),
                            one.basis(),
                            Timestamp.from(one.effectiveAt()),
                            one.standing()
                        })
                        .toList());
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql("update reward set counts_for_id = ? where association_id = ? and counts_for_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    private Reward reward(ResultSet row, int number) throws SQLException {
        return new Reward(
                Ids.uuid(row.getBytes("id")),
                row.getString("kind"),
                row.getString("measure"),
                row.getString("basis"),
                row.getBytes("member_id") == null ? "institution" : "person",
                calendar.dayOf(row.getTimestamp("effective_at").toInstant()));
    }
}
