package org.yilianti.rotation.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The shared sessions with their bookings. */
@Repository
public class SharedSessions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SessionBookings bookings;

    SharedSessions(JdbcClient jdbc, JdbcTemplate batches, SessionBookings bookings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.bookings = bookings;
    }

    /** Those of the association, in the order of their beginning. */
    public List<SharedSession> list(UUID association, SessionFilter filter, PageRequest page) {
        var after = page.after();
        return withBookings(jdbc.sql("""
                        select * from shared_session
                        where association_id = :association and (:institution is null or institution_id = :institution)
                            and (:member is null or member_id = :member) and (:specialty is null or specialty = :specialty)
                            and (:from is null or starts_at >= :from) and (:to is null or starts_at < :to)
                            and (:free = false or (status = 'open' and taken < capacity))
                            and (:afterTime is null or (starts_at, id) > (:afterTime, :afterId))
                        order by starts_at, id limit :limit
                        """)
                .param("association", Ids.bytes(association))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("specialty", filter.specialty())
                .param("from", timestamp(filter.from()))
                .param("to", timestamp(filter.to()))
                .param("free", filter.free())
                .param("afterTime", after == null ? null : Timestamp.from(Instant.ofEpochMilli(after.number(0))))
                .param("afterId", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query(SharedSessions::session)
                .list());
    }

    public Optional<SharedSession> find(UUID association, UUID id) {
        return read(association, id, "");
    }

    /** The session, held until the transaction ends: of all who book at once, each sees what the one before has taken. */
    Optional<SharedSession> lock(UUID association, UUID id) {
        return read(association, id, " for update");
    }

    /** Whether the specialist has an open session that meets the time; the caller holds the member's lock. */
    boolean busy(UUID association, UUID member, Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) from shared_session where association_id = :association and member_id = :member
                            and status = 'open' and starts_at < :to and ends_at > :from
                        """)
                        .param("association", Ids.bytes(association))
                        .param("member", Ids.bytes(member))
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(SharedSession session) {
        SessionOffer offer = session.offer();
        batches.update(
                """
                insert into shared_session (id, association_id, version, institution_id, member_id, specialty, place, visiting, starts_at,
                    ends_at, capacity, taken, status, offered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(session.id()),
                Ids.bytes(session.association()),
                session.version(),
                Ids.bytes(offer.institutionId()),
                Ids.bytes(offer.memberId()),
                offer.specialty(),
                offer.place(),
                offer.visiting(),
                Timestamp.from(offer.startsAt()),
                Timestamp.from(offer.endsAt()),
                offer.capacity(),
                session.taken(),
                session.status().code(),
                session.offeredBy());
    }

    /** Keeps the session and its bookings; it was read by {@link #lock}. */
    void update(SharedSession session) {
        batches.update(
                "update shared_session set version = ?, taken = ?, status = ?, reason = ? where id = ?",
                session.version(),
                session.taken(),
                session.status().code(),
                session.reason(),
                Ids.bytes(session.id()));
        bookings.keep(session);
    }

    private Optional<SharedSession> read(UUID association, UUID id, String hold) {
        return withBookings(
                        jdbc.sql("select * from shared_session where association_id = :association and id = :id" + hold)
                                .param("association", Ids.bytes(association))
                                .param("id", Ids.bytes(id))
                                .query(SharedSessions::session)
                                .list())
                .stream()
                .findFirst();
    }

    private List<SharedSession> withBookings(List<SharedSession> sessions) {
        Map<UUID, List<SessionBooking>> booked =
                bookings.of(sessions.stream().map(SharedSession::id).toList());
        return sessions.stream()
                .map(one -> new SharedSession(
                        one.id(),
                        one.association(),
                        one.version(),
                        one.offer(),
                        one.status(),
                        one.reason(),
                        one.offeredBy(),
                        booked.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static SharedSession session(ResultSet row, int number) throws SQLException {
        return new SharedSession(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new SessionOffer(
                        Ids.uuid(row.getBytes("institution_id")),
                        Ids.uuid(row.getBytes("member_id")),
                        row.getString("specialty"),
                        row.getString("place"),
                        row.getBoolean("visiting"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getInt("capacity")),
                SessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("offered_by"),
                List.of());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
