package org.yilianti.staff.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.training.Session.State;
import tools.jackson.databind.ObjectMapper;

/** The table of sessions. */
@Repository
public class SessionRepository {

    private static final String SELECT = """
            select s.*, p.institution_id, (select code from institution i where i.id = p.institution_id) as institution_code,
                (select count(*) from training_enrolment e where e.session_id = s.id and e.state in ('enrolled', 'passed', 'failed')) as taken,
                (select count(*) from training_enrolment e where e.session_id = s.id and e.state in ('applied', 'waiting')) as hoping
            from training_session s join training_programme p on p.id = s.programme_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    SessionRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Which sessions a list shows; null does not filter. */
    public record Filter(
            @Nullable UUID programme,
            @Nullable String institution,
            @Nullable String state,
            @Nullable LocalDate from) {}

    /**
     * A session and who wants to come.
     *
     * @param taken people who have a place
     * @param hoping people who have applied or wait
     */
    public record Attended(Session session, long taken, long hoping) {}

    public Optional<Attended> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where s.association_id = ? and s.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::attended)
                .optional();
    }

    /** Locks the session until the transaction ends, then reads who wants to come. */
    Optional<Attended> lock(UUID association, UUID id) {
        return lockAll(association, List.of(id)).stream().findFirst();
    }

    /** As {@link #lock}, all of these: by one statement, which walks their key, so that all lock in the same order. */
    List<Attended> lockAll(UUID association, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<byte[]> locked = jdbc.sql("""
                        select id from training_session force index (primary)
                        where association_id = :association and id in (:ids) order by id for update
                        """)
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> row.getBytes("id"))
                .list();
        return locked.isEmpty() ? List.of() : withIds("order by s.id", locked);
    }

    /** Sessions of these courses that begin on one of these days. */
    List<Session> of(Collection<UUID> programmes, Collection<LocalDate> days) {
        return programmes.isEmpty() || days.isEmpty()
                ? List.of()
                : jdbc
                        .sql(SELECT + "where s.programme_id in (:programmes) and s.starts_on in (:days)")
                        .param("programmes", programmes.stream().map(Ids::bytes).toList())
                        .param("days", days)
                        .query(this::attended)
                        .list()
                        .stream()
                        .map(Attended::session)
                        .toList();
    }

    /** The sessions with these ids. */
    public List<Session> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : withIds("", ids.stream().map(Ids::bytes).toList()).stream()
                        .map(Attended::session)
                        .toList();
    }

    private List<Attended> withIds(String order, List<byte[]> ids) {
        return jdbc.sql(SELECT + "where s.id in (:ids) " + order)
                .param("ids", ids)
                .query(this::attended)
                .list();
    }

    /** The ids of the sessions of these courses that begin on one of these days. */
    List<UUID> ids(Collection<UUID> programmes, Collection<LocalDate> days) {
        return programmes.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id from training_session where programme_id in (:programmes) and starts_on in (:days)")
                        .param("programmes", programmes.stream().map(Ids::bytes).toList())
                        .param("days", days)
                        .query((row, number) -> Ids.uuid(row.getBytes("id")))
                        .list();
    }

    /** The ids of the sessions in which a person takes part, or did. */
    List<UUID> ofMember(UUID association, MemberId member) {
        return jdbc.sql("select distinct session_id from training_enrolment where association_id = ? and member_id = ?")
                .params(Ids.bytes(association), member.bytes())
                .query((row, number) -> Ids.uuid(row.getBytes("session_id")))
                .list();
    }

    /** Rows of one page, one more than it holds; sessions are public in the association. */
    public List<Attended> list(UUID association, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(SELECT + """
                        where s.association_id = :association and (:programme is null or s.programme_id = :programme)
                            and (:state is null or s.state = :state) and (:from is null or s.starts_on >= :from)
                            and (:institution is null or p.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("programme", Ids.bytesOrNull(filter.programme()))
                .param("state", filter.state())
                .param("from", filter.from())
                .param("institution", filter.institution())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(this::attended)
                .list();
    }

    void insert(Collection<Session> announced) {
        batches.batchUpdate("""
                insert into training_session (id, association_id, version, programme_id, place, starts_on, ends_on, apply_until,
                    capacity, cost_fen, rules, state, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, announced.stream().map(this::values).toList());
    }

    private Object[] values(Session session) {
        Session.Details details = session.details();
        return new Object[] {
            Ids.bytes(session.id()),
            Ids.bytes(session.association()),
            session.version(),
            Ids.bytes(session.programme()),
            details.place(),
            details.startsOn(),
            details.endsOn(),
            details.applyUntil(),
            details.capacity(),
            details.cost().fen(),
            json.writeValueAsString(session.rules()),
            session.state().code(),
            session.recordedBy()
        };
    }

    /** Writes the next version of each. */
    void update(Collection<Session> changed) {
        batches.batchUpdate("""
                update training_session set version = ?, place = ?, starts_on = ?, ends_on = ?, apply_until = ?, capacity = ?,
                    cost_fen = ?, rules = ?, state = ?, state_reason = ?
                where association_id = ? and id = ?
                """, changed.stream().map(this::columns).toList());
    }

    private @Nullable Object[] columns(Session session) {
        Session.Details details = session.details();
        return new @Nullable Object[] {
            session.version(),
            details.place(),
            details.startsOn(),
            details.endsOn(),
            details.applyUntil(),
            details.capacity(),
            details.cost().fen(),
            json.writeValueAsString(session.rules()),
            session.state().code(),
            session.reason(),
            Ids.bytes(session.association()),
            Ids.bytes(session.id())
        };
    }

    private Attended attended(ResultSet row, int number) throws SQLException {
        Session session = new Session(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("programme_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new Session.Details(
                        row.getString("place"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("apply_until", LocalDate.class),
                        row.getInt("capacity"),
                        Money.ofFen(row.getLong("cost_fen"))),
                json.readValue(row.getString("rules"), SelectionRules.class),
                Coded.of(State.class, row.getString("state")),
                row.getString("state_reason"),
                row.getString("recorded_by"));
        return new Attended(session, row.getLong("taken"), row.getLong("hoping"));
    }
}
