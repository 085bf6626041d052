package org.yilianti.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.ids.Ids;

/** The outbox tables as the relay sees them. */
class OutboxRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Integer> partitionsWithUnsentRows() {
        return jdbc.sql("select distinct partition_id from outbox_event where sent_at is null")
                .query(Integer.class)
                .list();
    }

    /** Takes those of the partitions for this transaction that no other instance has. */
    List<Integer> lock(List<Integer> partitions) {
        return jdbc.sql("select id from outbox_partition where id in (:partitions) for update skip locked")
                .param("partitions", partitions)
                .query(Integer.class)
                .list();
    }

    /** The next rows of a partition, with as many events as {@code limit} or more by less than a row's; a single row may have more. */
    List<OutboxRow> unsent(int partition, int limit) {
        return jdbc.sql("""
                        select o.* from outbox_event o join (
                            select sequence, sum(events) over (order by sequence) - events as before_it from (
                                select sequence, events from outbox_event where sent_at is null and partition_id = :partition
                                order by sequence limit :limit) next_rows) n on n.sequence = o.sequence
                        where n.before_it < :limit order by o.sequence
                        """)
                .param("partition", partition)
                .param("limit", limit)
                .query(OutboxRows::row)
                .list();
    }

    void markSent(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("update outbox_event set sent_at = :now where sequence in (:sequences)")
                .param("now", Timestamp.from(clock.instant()))
                .param("sequences", rows.stream().map(OutboxRow::sequence).toList())
                .update();
    }

    /** When the oldest unsent row was written; empty when all are sent. */
    Optional<Instant> oldestUnsent() {
        return jdbc.sql("select min(created_at) from outbox_event where sent_at is null")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Deletes sent rows older than {@code retention}, a bounded number at a time; gives the number. */
    int purge(Duration retention) {
        return jdbc.sql("delete from outbox_event where sent_at < ? limit 5000")
                .param(Timestamp.from(clock.instant().minus(retention)))
                .update();
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        return new OutboxRow(
                row.getLong("sequence"),
                row.getInt("partition_id"),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("aggregatetype"),
                row.getString("type"),
                row.getString("correlation_id"),
                row.getTimestamp("created_at").toInstant(),
                events(row));
    }

    private static List<StoredEvent> events(ResultSet row) throws SQLException {
        if (row.getInt("events") > 1) {
            byte[] pack = row.getBytes("pack");
            // Rows of before packs were packed have the lines as their payload.
            return pack == null
                    ? PackedEvents.lines(row.getString("payload").getBytes(StandardCharsets.UTF_8))
                    : PackedEvents.unpacked(pack);
        }
        long version = row.getLong("version");
        @Nullable Long versionOrNull = row.wasNull() ? null : version;
        return List.of(StoredEvent.of(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("aggregateid")),
                versionOrNull,
                row.getString("payload").getBytes(StandardCharsets.UTF_8)));
    }
}
