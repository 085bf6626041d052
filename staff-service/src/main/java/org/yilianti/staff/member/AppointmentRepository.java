package org.yilianti.staff.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.Pieces;
import org.yilianti.platform.database.RowInsertion;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.Recorded;
import org.yilianti.staff.institution.InstitutionId;

/** The table of appointments: every belief ever held. */
@Repository
class AppointmentRepository {

    private static final String SELECT = """
            select a.*, (select code from institution i where i.id = a.institution_id) as institution_code from appointment a
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RowInsertion insertion;

    AppointmentRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.insertion = new RowInsertion(
                batches,
                "appointment",
                "id, revision, association_id, member_id, institution_id, external_id, department, post, fte_percent, main_post,"
                        + " valid_from, valid_to, recorded_at, recorded_by, reason");
    }

    /** What is believed now of an appointment. */
    Optional<Appointment> believed(UUID association, AppointmentId id) {
        return jdbc.sql(SELECT + "where a.association_id = ? and a.id = ? and a.believed = 1")
                .params(Ids.bytes(association), id.bytes())
                .query(AppointmentRepository::appointment)
                .optional();
    }

    /** What was believed at a revision of an appointment. */
    Optional<Appointment> revision(UUID association, AppointmentId id, int revision) {
        return jdbc.sql(SELECT + "where a.association_id = ? and a.id = ? and a.revision = ?")
                .params(Ids.bytes(association), id.bytes(), revision)
                .query(AppointmentRepository::appointment)
                .optional();
    }

    /** What is believed now of these members, by member, in the order of beginning. */
    Map<MemberId, List<Appointment>> believedOf(Collection<MemberId> members) {
        return Pieces.of(members)
                .flatMap(piece -> jdbc
                        .sql(
                                SELECT
                                        + "force index (appointment_open_main) where a.member_id in (:members) and a.believed = 1 order by a.valid_from, a.id")
                        .param("members", piece.stream().map(MemberId::bytes).toList())
                        .query(AppointmentRepository::appointment)
                        .list()
                        .stream())
                .collect(Collectors.groupingBy(Appointment::member));
    }

    /** What is believed now of the appointments with these external ids. */
    Map<String, Appointment> byExternalId(UUID association, Collection<String> externalIds) {
        return Pieces.of(externalIds)
                .flatMap(piece -> jdbc
                        .sql(
                                SELECT
                                        + "force index (appointment_external) where a.association_id = :association and a.external_id in (:externalIds) and a.believed = 1")
                        .param("association", Ids.bytes(association))
                        .param("externalIds", piece)
                        .query(AppointmentRepository::appointment)
                        .list()
                        .stream())
                .collect(Collectors.toMap(appointment -> appointment.details().externalId(), Function.identity()));
    }

    /**
     * A member's appointments as they were believed at a time, in the order of beginning.
     *
     * @param asOf only those that hold on this day
     * @param knownAt null for what is believed now
     */
    List<Appointment> of(MemberId member, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        String belief = knownAt == null ? "a.believed = 1" : Recorded.knownAtSql("a");
        String holding = asOf == null ? "1 = 1" : Recorded.asOfSql("a");
        return jdbc.sql(SELECT + "where a.member_id = :member and " + belief + " and " + holding
                        + " order by a.valid_from, a.id")
                .param("member", member.bytes())
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .param("asOf", asOf)
                .query(AppointmentRepository::appointment)
                .list();
    }

    /** Every belief ever held of an appointment, the newest last; empty unless within sight. */
    List<Appointment> revisions(UUID association, Sight sight, AppointmentId id) {
        return sight.bind(jdbc.sql(SELECT + "where a.association_id = :association and a.id = :id and "
                        + Sight.sqlOf("a.member_id", "a.institution_id") + " order by a.revision"))
                .param("association", Ids.bytes(association))
                .param("id", id.bytes())
                .query(AppointmentRepository::appointment)
                .list();
    }

    /** Closes beliefs; must come before {@link #insert} of those that replace them. */
    void supersede(Collection<Appointment> given) {
        batches.batchUpdate(
                "update appointment set superseded_at = ? where id = ? and revision = ? and superseded_at is null",
                given.stream()
                        .map(appointment -> new @Nullable Object[] {
                            timestamp(appointment.recording().supersededAt()),
                            appointment.id().bytes(),
                            appointment.revision()
                        })
                        .toList());
    }

    void insert(UUID association, Collection<Appointment> appointments) {
        byte[] associationId = Ids.bytes(association);
        insertion.insert(appointments, appointment -> columns(associationId, appointment));
    }

    private static @Nullable Object[] columns(byte[] association, Appointment appointment) {
        AppointmentDetails details = appointment.details();
        Recording recording = appointment.recording();
        return new @Nullable Object[] {
            appointment.id().bytes(),
            appointment.revision(),
            association,
            appointment.member().bytes(),
            appointment.institution().bytes(),
            details.externalId(),
            details.department(),
            details.post(),
            details.ftePercent(),
            details.main(),
            details.valid().from(),
            details.valid().to(),
            timestamp(recording.at()),
            recording.by(),
            recording.reason()
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Appointment appointment(ResultSet row, int number) throws SQLException {
        Timestamp superseded = row.getTimestamp("superseded_at");
        AppointmentDetails details = new AppointmentDetails(
                row.getString("external_id"),
                row.getString("institution_code"),
                row.getString("department"),
                row.getString("post"),
                row.getInt("fte_percent"),
                row.getBoolean("main_post"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)));
        return new Appointment(
                AppointmentId.of(row.getBytes("id")),
                row.getInt("revision"),
                MemberId.of(row.getBytes("member_id")),
                InstitutionId.of(row.getBytes("institution_id")),
                details,
                new Recording(
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by"),
                        row.getString("reason"),
                        superseded == null ? null : superseded.toInstant()));
    }
}
