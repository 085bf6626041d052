package org.yilianti.rotation.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The bookings of shared sessions; a part of their sessions, written while these are held. */
@Repository
class SessionBookings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SessionBookings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Those of these sessions, oldest first; a session without any has no entry. */
    Map<UUID, List<SessionBooking>> of(Collection<UUID> ids) {
        record Row(UUID session, SessionBooking booking) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from session_booking where session_id in (:ids) order by session_id, id")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Row(Ids.uuid(row.getBytes("session_id")), booking(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::session, Collectors.mapping(Row::booking, Collectors.toList())));
    }

    /** Keeps new ones, and what became of those that were there. */
    void keep(SharedSession session) {
        batches.batchUpdate(
                """
                insert into session_booking (id, session_id, institution_id, places, status, note, booked_by, booked_at, decided_by,
                    decided_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update status = values(status), decided_by = values(decided_by), decided_at = values(decided_at),
                    reason = values(reason)
                """,
                session.bookings().stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(session.id()),
                            Ids.bytes(one.institutionId()),
                            one.places(),
                            one.status().code(),
                            one.note(),
                            one.bookedBy(),
                            Timestamp.from(one.bookedAt()),
                            one.decidedBy(),
                            decidedAt(one),
                            one.reason()
                        })
                        .toList());
    }

    private static SessionBooking booking(ResultSet row) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new SessionBooking(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("institution_id")),
                row.getInt("places"),
                BookingStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getString("booked_by"),
                row.getTimestamp("booked_at").toInstant(),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"));
    }

    private static @Nullable Timestamp decidedAt(SessionBooking one) {
        Instant at = one.decidedAt();
        return at == null ? null : Timestamp.from(at);
    }
}
