package org.yilianti.rotation.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** All requests for leave and all absences. */
@Repository
public class LeaveRequests {

    private final JdbcClient jdbc;

    LeaveRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LeaveRequest> list(Sight sight, @Nullable UUID member, @Nullable LeaveState state, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select l.* from leave_request l where %s and (:member is null or l.member_id = :member)
                            and (:state is null or l.state = :state) and (:after is null or l.id > :after)
                        order by l.id limit :limit
                        """.formatted(seen(sight))))
                .param("member", Ids.bytesOrNull(member))
                .param("state", state == null ? null : state.code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(LeaveRequests::request)
                .list();
    }

    public Optional<LeaveRequest> find(Sight sight, UUID id) {
        return sight.bind(jdbc.sql("select l.* from leave_request l where " + seen(sight) + " and l.id = :id"))
                .param("id", Ids.bytes(id))
                .query(LeaveRequests::request)
                .optional();
    }

    /** Whether pending or granted leave of the member touches the period. */
    boolean overlaps(UUID association, UUID memberId, DatePeriod period) {
        return jdbc.sql("""
                        select count(*) from leave_request where association_id = ? and member_id = ?
                            and state in ('requested', 'granted') and valid_from < ? and valid_to > ?
                        """)
                        .params(
                                Ids.bytes(association),
                                Ids.bytes(memberId),
                                Objects.requireNonNull(period.to()),
                                period.from())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(LeaveRequest made) {
        jdbc.sql("""
                        insert into leave_request (id, association_id, version, member_id, home_institution_id, kind, valid_from,
                            valid_to, state, requested_by, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(made.id()),
                        Ids.bytes(made.association()),
                        made.version(),
                        Ids.bytes(made.memberId()),
                        Ids.bytes(made.homeInstitutionId()),
                        made.kind().code(),
                        made.days().from(),
                        Objects.requireNonNull(made.days().to()),
                        made.state().code(),
                        made.requestedBy(),
                        Timestamp.from(made.requestedAt()))
                .update();
    }

    /** Keeps a step; false when somebody else took one meanwhile. */
    boolean update(LeaveRequest changed, LeaveDecider by) {
        return jdbc.sql("""
                        update leave_request set version = :version, state = :state, decided_by = :by, decided_at = :at,
                            reason = :reason where id = :id and version = :version - 1
                        """)
                        .param("version", changed.version())
                        .param("state", changed.state().code())
                        .param("by", changed.decidedBy())
                        .param("at", Timestamp.from(by.at()))
                        .param("reason", changed.reason())
                        .param("id", Ids.bytes(changed.id()))
                        .update()
                == 1;
    }

    private static String seen(Sight sight) {
        return sight.sql("l.association_id", "l.member_id", "l.home_institution_id");
    }

    private static LeaveRequest request(ResultSet row, int number) throws SQLException {
        return new LeaveRequest(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("home_institution_id")),
                LeaveKind.ofCode(row.getString("kind")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                LeaveState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decided_by"),
                row.getString("reason"));
    }
}
