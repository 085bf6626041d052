package org.yilianti.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Table parked_event: whole Kafka records, so that a replay sees exactly what came. */
class ParkedEvents {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ParkedEvents(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Parks a record; a record that is parked already stays as it is. */
    void park(ConsumerRecord<String, byte[]> origin, String reason) {
        jdbc.sql("""
                        insert ignore into parked_event (id, association_id, topic, record_key, partition_no, record_offset, headers,
                            payload, reason, parked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(Ids.next()))
                .param(association(origin))
                .param(origin.topic())
                .param(origin.key())
                .param(origin.partition())
                .param(origin.offset())
                .param(json.writeValueAsString(headers(origin)))
                .param(origin.value())
                .param(reason.length() > 1000 ? reason.substring(0, 1000) : reason)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Those of {@code keys} behind which later events of {@code topic} must wait. */
    Set<String> blockedKeys(String topic, Collection<String> keys) {
        return new HashSet<>(
                jdbc.sql("select distinct record_key from parked_event where topic = :topic and record_key in (:keys)")
                        .param("topic", topic)
                        .param("keys", keys)
                        .query(String.class)
                        .list());
    }

    boolean isEmpty() {
        return jdbc.sql("select 1 from parked_event limit 1")
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    List<ParkedEvent> list(UUID association, PageRequest page) {
        return jdbc.sql("""
                        select id, association_id, topic, record_key, partition_no, record_offset, reason, parked_at from parked_event
                        where (association_id = :association or association_id is null) and id > :after order by id limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param(
                        "after",
                        page.after() == null
                                ? new byte[16]
                                : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(ParkedEvents::event)
                .list();
    }

    /** The parked records of the same topic and key as {@code id}, in order, locked; empty when there is none. */
    List<ConsumerRecord<String, byte[]>> lockChain(UUID association, UUID id) {
        return jdbc.sql("""
                        select e.* from parked_event e join parked_event f on e.topic = f.topic
                            and (e.id = f.id or e.record_key = f.record_key)
                        where f.id = :id and (f.association_id = :association or f.association_id is null)
                        order by e.partition_no, e.record_offset for update
                        """)
                .param("id", Ids.bytes(id))
                .param("association", Ids.bytes(association))
                .query(this::origin)
                .list();
    }

    void remove(ConsumerRecord<String, byte[]> origin) {
        jdbc.sql("delete from parked_event where topic = ? and partition_no = ? and record_offset = ?")
                .params(origin.topic(), origin.partition(), origin.offset())
                .update();
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : origin.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    private static byte @Nullable [] association(ConsumerRecord<String, byte[]> origin) {
        Header header = origin.headers().lastHeader("ce_associationid");
        try {
            return header == null
                    ? null
                    : Ids.bytes(UUID.fromString(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static ParkedEvent event(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                Ids.uuid(row.getBytes("id")),
                Ids.uuidOrNull(row.getBytes("association_id")),
                row.getString("topic"),
                row.getString("record_key"),
                row.getInt("partition_no"),
                row.getLong("record_offset"),
                row.getString("reason"),
                row.getTimestamp("parked_at").toInstant());
    }

    private ConsumerRecord<String, byte[]> origin(ResultSet row, int number) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        json.readValue(row.getString("headers"), new TypeReference<LinkedHashMap<String, String>>() {})
                .forEach((key, value) -> headers.add(key, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition_no"),
                row.getLong("record_offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("record_key"),
                row.getBytes("payload"),
                headers,
                Optional.empty());
    }
}
