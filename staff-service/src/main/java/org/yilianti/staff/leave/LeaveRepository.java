package org.yilianti.staff.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.Recorded;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** The table of leave: every belief ever held. */
@Repository
public class LeaveRepository {

    private static final String SELECT = "select v.* from leave_of_absence v ";

    private final JdbcClient jdbc;

    LeaveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is believed now of a leave. */
    Optional<Leave> believed(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where v.association_id = ? and v.id = ? and v.believed = 1")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(LeaveRepository::leave)
                .optional();
    }

    /**
     * A member's leaves as they were believed at a time, in the order of beginning.
     *
     * @param asOf only those that hold on this day
     * @param knownAt null for what is believed now
     */
    public List<Leave> of(MemberId member, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        String belief = knownAt == null ? "v.believed = 1" : Recorded.knownAtSql("v");
        String holding = asOf == null ? "1 = 1" : Recorded.asOfSql("v");
        return jdbc.sql(SELECT + "where v.member_id = :member and " + belief + " and " + holding
                        + " order by v.valid_from, v.id")
                .param("member", member.bytes())
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .param("asOf", asOf)
                .query(LeaveRepository::leave)
                .list();
    }

    /** What is believed now of these members' leaves, one member after the other in the order of beginning. */
    public List<Leave> believedOf(Collection<MemberId> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT
                        + "where v.member_id in (:members) and v.believed = 1 order by v.member_id, v.valid_from, v.id")
                .param("members", of.stream().map(MemberId::bytes).toList())
                .query(LeaveRepository::leave)
                .list();
    }

    /** Every belief ever held of a leave, the newest last; empty unless its holder is within sight. */
    public List<Leave> revisions(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(SELECT + """
                        where v.association_id = :association and v.id = :id and v.member_id in (select m.id from member m
                            where m.association_id = :association and\s""" + sight.sql() + ") order by v.revision"))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(LeaveRepository::leave)
                .list();
    }

    /** Closes a belief; must come before {@link #insert} of the one that replaces it. */
    void supersede(Leave given) {
        Instant at = given.recording().supersededAt();
        jdbc.sql(
                        "update leave_of_absence set superseded_at = ? where id = ? and revision = ? and superseded_at is null")
                .param(at == null ? null : Timestamp.from(at))
                .param(Ids.bytes(given.id()))
                .param(given.revision())
                .update();
    }

    void insert(Leave leave) {
        Recording recording = leave.recording();
        jdbc.sql("""
                        insert into leave_of_absence (id, revision, association_id, member_id, kind, valid_from, valid_to, recorded_at,
                            recorded_by, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(leave.id()))
                .param(leave.revision())
                .param(Ids.bytes(leave.association()))
                .param(leave.member().bytes())
                .param(leave.kind().code())
                .param(leave.days().from())
                .param(leave.days().to())
                .param(Timestamp.from(recording.at()))
                .param(recording.by())
                .param(recording.reason())
                .update();
    }

    /** Keeps that it was told; false when it was before. The holder's lock keeps two from telling it at once. */
    boolean first(Leave leave, String kind, LocalDate day) {
        boolean told =
                jdbc.sql("select count(*) from leave_effect where leave_id = ? and kind = ? and effective_on = ?")
                                .params(Ids.bytes(leave.id()), kind, day)
                                .query(Long.class)
                                .single()
                        > 0;
        if (!told) {
            jdbc.sql("insert into leave_effect (leave_id, kind, effective_on, association_id) values (?, ?, ?, ?)")
                    .params(Ids.bytes(leave.id()), kind, day, Ids.bytes(leave.association()))
                    .update();
        }
        return !told;
    }

    private static Leave leave(ResultSet row, int number) throws SQLException {
        Timestamp superseded = row.getTimestamp("superseded_at");
        return new Leave(
                Ids.uuid(row.getBytes("id")),
                row.getInt("revision"),
                Ids.uuid(row.getBytes("association_id")),
                MemberId.of(row.getBytes("member_id")),
                Coded.of(LeaveKind.class, row.getString("kind")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                new Recording(
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        row.getString("reason"),
                        superseded == null ? null : superseded.toInstant()));
    }
}
