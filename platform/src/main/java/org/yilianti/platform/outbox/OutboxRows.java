package org.yilianti.platform.outbox;

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

    /** Takes the partition for this transaction; false when another instance has it. */
    boolean lock(int partition) {
        return jdbc.sql("select id from outbox_partition where id = ? for update skip locked")
                .param(partition)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<OutboxRow> unsent(int partition, int limit) {
        return jdbc.sql("""
                        select sequence, id, association_id, aggregatetype, aggregateid, type, version, correlation_id, payload,
                            created_at
                        from outbox_event where sent_at is null and partition_id = ? order by sequence limit ?
                        """).params(partition, limit).query(OutboxRows::row).list();
    }

    void markSent(List<OutboxRow> rows) {
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
        long version = row.getLong("version");
        @Nullable Long versionOrNull = row.wasNull() ? null : version;
        return new OutboxRow(
                row.getLong("sequence"),
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("aggregatetype"),
                Ids.uuid(row.getBytes("aggregateid")),
                row.getString("type"),
                versionOrNull,
                row.getString("correlation_id"),
                row.getString("payload"),
                row.getTimestamp("created_at").toInstant());
    }
}
