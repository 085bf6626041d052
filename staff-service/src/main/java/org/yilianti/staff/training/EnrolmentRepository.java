package org.yilianti.staff.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.training.Enrolment.Result;
import org.yilianti.staff.training.Enrolment.Standing;
import org.yilianti.staff.training.Enrolment.State;
import org.yilianti.staff.training.SelectionRules.Point;
import tools.jackson.databind.ObjectMapper;

/** The table of enrolments. */
@Repository
class EnrolmentRepository {

    static final String SELECT = """
            select e.*, (select code from institution i where i.id = e.institution_id) as institution_code from training_enrolment e
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    EnrolmentRepository(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    Optional<Enrolment> find(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where e.association_id = ? and e.id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::enrolment)
                .optional();
    }

    /** Those of a session in a state, by rank, then by application. */
    List<Enrolment> of(UUID session, State state) {
        return jdbc.sql(SELECT + "where e.session_id = ? and e.state = ? order by coalesce(e.place_no, 0), e.id")
                .params(Ids.bytes(session), state.code())
                .query(this::enrolment)
                .list();
    }

    /** Those who have applied for one of these sessions or wait for a place. */
    List<Enrolment> hoping(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "where e.session_id in (:sessions) and e.state in ('applied', 'waiting') order by e.id")
                        .param("sessions", sessions.stream().map(Ids::bytes).toList())
                        .query(this::enrolment)
                        .list();
    }

    /** All of a person, also those that were left. */
    List<Enrolment> ofMember(UUID association, MemberId member) {
        return jdbc.sql(SELECT + "where e.association_id = ? and e.member_id = ? order by e.id")
                .params(Ids.bytes(association), member.bytes())
                .query(this::enrolment)
                .list();
    }

    /** Those who wait for a place in one of these sessions, session by session, by rank, then by application. */
    List<Enrolment> waiting(Collection<UUID> sessions) {
        return sessions.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                where e.session_id in (:sessions) and e.state = 'waiting'
                                order by e.session_id, coalesce(e.place_no, 0), e.id
                                """)
                        .param("sessions", sessions.stream().map(Ids::bytes).toList())
                        .query(this::enrolment)
                        .list();
    }

    long count(UUID session, State... states) {
        return jdbc.sql("select count(*) from training_enrolment where session_id = :session and state in (:states)")
                .param("session", Ids.bytes(session))
                .param("states", List.of(states).stream().map(State::code).toList())
                .query(Long.class)
                .single();
    }

    boolean takesPart(UUID session, MemberId member) {
        return jdbc.sql(
                                "select count(*) from training_enrolment where session_id = ? and member_id = ? and taking_part = 1")
                        .params(Ids.bytes(session), member.bytes())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Sessions in which both take part. */
    long together(MemberId one, MemberId other) {
        return jdbc.sql("""
                        select count(*) from training_enrolment a join training_enrolment b on b.session_id = a.session_id
                        where a.member_id = ? and b.member_id = ? and a.taking_part = 1 and b.taking_part = 1
                        """)
                .params(one.bytes(), other.bytes())
                .query(Long.class)
                .single();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update training_enrolment set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    /** Those of these people who take part in one of these sessions, or did. */
    List<Enrolment> takingPart(Collection<UUID> sessions, Collection<MemberId> members) {
        return sessions.isEmpty() || members.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + "where e.session_id in (:sessions) and e.member_id in (:members) and e.taking_part = 1")
                        .param("sessions", sessions.stream().map(Ids::bytes).toList())
                        .param("members", members.stream().map(MemberId::bytes).toList())
                        .query(this::enrolment)
                        .list();
    }

    void insert(List<Enrolment> applied) {
        batches.batchUpdate(
                """
                insert into training_enrolment (id, association_id, version, session_id, member_id, institution_id, priority, state,
                    cost_fen, cost_year, applied_at, applied_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, applied.stream().map(EnrolmentRepository::values).toList());
    }

    private static Object[] values(Enrolment enrolment) {
        return new Object[] {
            Ids.bytes(enrolment.id()),
            Ids.bytes(enrolment.association()),
            enrolment.version(),
            Ids.bytes(enrolment.session()),
            enrolment.member().bytes(),
            enrolment.institution().id().bytes(),
            enrolment.priority(),
            enrolment.state().code(),
            enrolment.cost().fen(),
            enrolment.costYear(),
            Timestamp.from(enrolment.appliedAt()),
            enrolment.appliedBy()
        };
    }

    /** Writes the next version of each. */
    void update(List<Enrolment> changed) {
        batches.batchUpdate("""
                update training_enrolment set version = ?, state = ?, cost_fen = ?, cost_year = ?, place_no = ?, score = ?,
                    points = ?, note = ?, attended_percent = ?, result_note = ?, recorded_at = ?, recorded_by = ?
                where association_id = ? and id = ?
                """, changed.stream().map(this::columns).toList());
    }

    private @Nullable Object[] columns(Enrolment enrolment) {
        Optional<Standing> standing = Optional.ofNullable(enrolment.standing());
        Optional<Result> result = Optional.ofNullable(enrolment.result());
        return new @Nullable Object[] {
            enrolment.version(),
            enrolment.state().code(),
            enrolment.cost().fen(),
            enrolment.costYear(),
            standing.map(Standing::rank).orElse(null),
            standing.map(Standing::score).orElse(null),
            standing.map(place -> json.writeValueAsString(place.points())).orElse(null),
            standing.map(Standing::note).orElse(null),
            result.map(Result::attendedPercent).orElse(null),
            result.map(Result::note).orElse(null),
            result.map(how -> Timestamp.from(how.at())).orElse(null),
            result.map(Result::by).orElse(null),
            Ids.bytes(enrolment.association()),
            Ids.bytes(enrolment.id())
        };
    }

    Enrolment enrolment(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("session_id")),
                MemberId.of(row.getBytes("member_id")),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getInt("priority"),
                Coded.of(State.class, row.getString("state")),
                standing(row),
                Money.ofFen(row.getLong("cost_fen")),
                row.getInt("cost_year"),
                result(row),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("applied_by"));
    }

    private @Nullable Standing standing(ResultSet row) throws SQLException {
        String points = row.getString("points");
        return points == null
                ? null
                : new Standing(
                        row.getInt("place_no"),
                        row.getBigDecimal("score"),
                        List.of(json.readValue(points, Point[].class)),
                        row.getString("note"));
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("recorded_at");
        return at == null
                ? null
                : new Result(
                        row.getInt("attended_percent"),
                        row.getString("result_note"),
                        at.toInstant(),
                        row.getString("recorded_by"));
    }
}
