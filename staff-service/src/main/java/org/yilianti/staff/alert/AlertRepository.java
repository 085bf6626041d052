package org.yilianti.staff.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.alert.Alert.Acknowledgement;
import org.yilianti.staff.alert.Alert.Matter;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** The table of alerts. */
@Repository
class AlertRepository {

    /** The code comes by subquery, so that a locking read locks alerts only. */
    static final String SELECT = """
            select a.*, (select code from institution i where i.id = a.institution_id) as institution_code from alert a
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AlertRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Locks the alert until the transaction ends. */
    Optional<Alert> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where a.association_id = ? and a.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(AlertRepository::alert)
                .optional();
    }

    void insert(Collection<Alert> alerts) {
        batches.batchUpdate("""
                insert into alert (version, lead_days, acknowledged_at, acknowledged_by, note, settled_at, id, association_id, kind,
                    subject_type, subject_id, member_id, institution_id, due_on, raised_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, alerts.stream().map(AlertRepository::columns).toList());
    }

    /** Writes what may change of these alerts, each over the version before. */
    void update(Collection<Alert> alerts) {
        batches.batchUpdate("""
                update alert set version = ?, lead_days = ?, acknowledged_at = ?, acknowledged_by = ?, note = ?, settled_at = ?
                where id = ?
                """, alerts.stream().map(AlertRepository::changing).toList());
    }

    private static @Nullable Object[] changing(Alert alert) {
        Optional<Acknowledgement> acknowledged = Optional.ofNullable(alert.acknowledged());
        return new @Nullable Object[] {
            alert.version(),
            alert.leadDays(),
            acknowledged.map(by -> Timestamp.from(by.at())).orElse(null),
            acknowledged.map(Acknowledgement::by).orElse(null),
            acknowledged.map(Acknowledgement::note).orElse(null),
            timestamp(alert.settledAt()),
            Ids.bytes(alert.id())
        };
    }

    private static @Nullable Object[] columns(Alert alert) {
        @Nullable Object[] changing = changing(alert);
        Matter matter = alert.matter();
        return new @Nullable Object[] {
            changing[0],
            changing[1],
            changing[2],
            changing[3],
            changing[4],
            changing[5],
            changing[6],
            Ids.bytes(alert.association()),
            matter.kind(),
            matter.subjectType(),
            Ids.bytes(matter.subject()),
            Ids.bytesOrNull(matter.member()),
            alert.office().id().bytes(),
            matter.dueOn(),
            timestamp(alert.raisedAt())
        };
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Alert alert(ResultSet row, int number) throws SQLException {
        byte[] member = row.getBytes("member_id");
        Timestamp acknowledged = row.getTimestamp("acknowledged_at");
        Timestamp settled = row.getTimestamp("settled_at");
        return new Alert(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new Matter(
                        row.getString("kind"),
                        row.getString("subject_type"),
                        Ids.uuid(row.getBytes("subject_id")),
                        member == null ? null : Ids.uuid(member),
                        row.getObject("due_on", LocalDate.class)),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                row.getInt("lead_days"),
                row.getTimestamp("raised_at").toInstant(),
                acknowledged == null
                        ? null
                        : new Acknowledgement(
                                acknowledged.toInstant(), row.getString("acknowledged_by"), row.getString("note")),
                settled == null ? null : settled.toInstant());
    }
}
