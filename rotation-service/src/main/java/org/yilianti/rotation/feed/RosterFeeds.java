package org.yilianti.rotation.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The addresses, and what calendars were told. */
@Repository
public class RosterFeeds {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RosterFeeds(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** All of a member's, also revoked ones. */
    public List<RosterFeed> of(UUID association, UUID memberId) {
        return jdbc.sql("select * from roster_feed where association_id = ? and member_id = ? order by id")
                .params(Ids.bytes(association), Ids.bytes(memberId))
                .query(RosterFeeds::feed)
                .list();
    }

    /** The feed at an address that stands, held until the transaction ends. */
    Optional<RosterFeed> lock(byte[] secretHash) {
        return jdbc.sql("select * from roster_feed where secret_hash = ? and revoked_at is null for update")
                .param(secretHash)
                .query(RosterFeeds::feed)
                .optional();
    }

    void insert(RosterFeed feed, byte[] secretHash, String madeBy) {
        jdbc.sql("""
                        insert into roster_feed (id, association_id, member_id, secret_hash, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(feed.id()),
                        Ids.bytes(feed.association()),
                        Ids.bytes(feed.memberId()),
                        secretHash,
                        madeBy,
                        Timestamp.from(feed.madeAt()))
                .update();
    }

    /** False when the member has no such feed that stands. */
    boolean revoke(UUID id, UUID memberId, Instant now) {
        return jdbc.sql("update roster_feed set revoked_at = ? where id = ? and member_id = ? and revoked_at is null")
                        .params(Timestamp.from(now), Ids.bytes(id), Ids.bytes(memberId))
                        .update()
                == 1;
    }

    /** What was told of days from {@code from} on, by date. */
    List<CalendarEntry> entries(UUID memberId, LocalDate from) {
        return jdbc.sql("select * from calendar_entry where member_id = ? and work_date >= ? order by work_date")
                .params(Ids.bytes(memberId), from)
                .query((row, number) -> new CalendarEntry(
                        memberId,
                        row.getObject("work_date", LocalDate.class),
                        row.getInt("sequence"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("shift"),
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getBoolean("cancelled"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    void keep(List<CalendarEntry> changed) {
        batches.batchUpdate(
                """
                insert into calendar_entry (member_id, work_date, sequence, starts_at, ends_at, shift, institution_id, cancelled,
                    changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update sequence = values(sequence), starts_at = values(starts_at), ends_at = values(ends_at),
                    shift = values(shift), institution_id = values(institution_id), cancelled = values(cancelled),
                    changed_at = values(changed_at)
                """,
                changed.stream()
                        .map(entry -> new Object[] {
                            Ids.bytes(entry.memberId()),
                            entry.date(),
                            entry.sequence(),
                            Timestamp.from(entry.startsAt()),
                            Timestamp.from(entry.endsAt()),
                            entry.shift(),
                            Ids.bytes(entry.institutionId()),
                            entry.cancelled(),
                            Timestamp.from(entry.changedAt())
                        })
                        .toList());
    }

    private static RosterFeed feed(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new RosterFeed(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                Ids.uuid(row.getBytes("member_id")),
                row.getTimestamp("made_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
