package org.yilianti.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Table parked_event: whole Kafka records, so that a replay sees exactly what came. */
class ParkedEvents {

    private static final Logger log = LoggerFactory.getLogger(ParkedEvents.class);
    private static final int KEY_LENGTH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;
    private final Clock clock;

    ParkedEvents(JdbcClient jdbc, TransactionTemplate transactions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** A parked record as it came. */
    record Waiting(UUID id, ConsumerRecord<String, byte[]> origin) {}

    /** Parks a record; a record that is parked already stays as it is. */
    void park(ConsumerRecord<String, byte[]> origin, String reason) {
        String headers = json.writeValueAsString(headers(origin));
        try {
            jdbc.sql("""
                            insert into parked_event (id, association_id, topic, record_key, partition_no, record_offset, content_hash,
                                headers, payload, reason, parked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(Ids.bytes(Ids.next()))
                    .param(association(origin))
                    .param(origin.topic())
                    .param(keyOf(origin))
                    .param(origin.partition())
                    .param(origin.offset())
                    .param(contentHash(headers, origin.value()))
                    .param(headers)
                    .param(origin.value())
                    .param(reason)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException parkedBefore) {
            log.info(
                    "parked before: topic {} partition {} offset {}",
                    origin.topic(),
                    origin.partition(),
                    origin.offset());
        }
    }

    /**
     * Parks a record behind earlier ones of its key; waits for a replay of them that is under way.
     *
     * @return false when none stands before it any more, so that it is to be applied
     */
    boolean parkBehind(ConsumerRecord<String, byte[]> origin) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean blocked = jdbc.sql(
                            "select 1 from parked_event where topic = ? and record_key = ? limit 1 for update")
                    .param(origin.topic())
                    .param(keyOf(origin))
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (blocked) {
                park(origin, "waits behind an earlier parked event of the same key");
            }
            return blocked;
        }));
    }

    /** The key by which followers are found: what fits the column. */
    static @Nullable String keyOf(ConsumerRecord<String, byte[]> origin) {
        String key = origin.key();
        return key == null || key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH);
    }

    private static byte[] contentHash(String headers, byte @Nullable [] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(headers.getBytes(StandardCharsets.UTF_8));
            if (payload != null) {
                digest.update(payload);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
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
                .param("after", page.afterId())
                .param("size", page.fetchSize())
                .query(ParkedEvents::event)
                .list();
    }

    /** The parked records of the same topic and key as {@code id}, in order, locked; empty when there is none. */
    List<Waiting> lockChain(UUID association, UUID id) {
        return jdbc.sql("""
                        select e.* from parked_event e join parked_event f on e.topic = f.topic
                            and (e.id = f.id or e.record_key = f.record_key)
                        where f.id = :id and (f.association_id = :association or f.association_id is null)
                            and (e.association_id = :association or e.association_id is null)
                        order by e.partition_no, e.record_offset for update
                        """)
                .param("id", Ids.bytes(id))
                .param("association", Ids.bytes(association))
                .query((row, number) -> new Waiting(Ids.uuid(row.getBytes("id")), origin(row)))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from parked_event where id = ?").param(Ids.bytes(id)).update();
    }

    private static Map<String, @Nullable String> headers(ConsumerRecord<String, byte[]> origin) {
        Map<String, @Nullable String> headers = new LinkedHashMap<>();
        for (Header header : origin.headers()) {
            headers.put(header.key(), text(header));
        }
        return headers;
    }

    /** Kafka allows a header without a value. */
    private static @Nullable String text(Header header) {
        return header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] association(ConsumerRecord<String, byte[]> origin) {
        Header header = origin.headers().lastHeader("ce_associationid");
        try {
            String text = header == null ? null : text(header);
            return text == null ? null : Ids.bytes(UUID.fromString(text));
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

    private ConsumerRecord<String, byte[]> origin(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        json.readValue(row.getString("headers"), new TypeReference<LinkedHashMap<String, String>>() {})
                .forEach((key, value) ->
                        headers.add(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
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
