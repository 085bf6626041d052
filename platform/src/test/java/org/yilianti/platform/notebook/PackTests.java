package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;

/** Events of one change share rows of the outbox, and nobody who reads the topics can tell (R13, outbox drain). */
@ServiceTest
class PackTests {

    private static final String TOPIC = "notebook.notes";

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestEvents events;

    /** One event as a reader sees it; the id makes it unique. */
    private record Seen(String id, String key, String type, String association, String version, String body) {

        static Seen of(OutboxEvent event) {
            return new Seen(
                    event.id().toString(),
                    event.aggregate().toString(),
                    event.type(),
                    event.association().toString(),
                    String.valueOf(event.version()),
                    String.valueOf(event.body()).replace("\n", "\\n"));
        }

        static Seen of(ConsumerRecord<String, byte[]> record) {
            String body = new String(record.value(), StandardCharsets.UTF_8);
            return new Seen(
                    header(record, "ce_id"),
                    record.key(),
                    header(record, "ce_type"),
                    header(record, "ce_associationid"),
                    header(record, "ce_aggregateversion"),
                    body.substring("{\"words\":\"".length(), body.length() - 2));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            Header header = record.headers().lastHeader(name);
            return header == null ? "null" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    /** Announces them as records with one component and gives what readers should see. */
    private List<Seen> announced(List<OutboxEvent> all) {
        List<OutboxEvent> bodies = all.stream()
                .map(event -> new OutboxEvent(
                        event.id(),
                        event.topic(),
                        event.type(),
                        event.association(),
                        event.aggregate(),
                        event.version(),
                        Map.of("words", event.body())))
                .toList();
        transactions.executeWithoutResult(status -> outbox.publish(bodies));
        return all.stream().map(Seen::of).toList();
    }

    private long rowsOf(UUID association) {
        return jdbc.sql("select count(*) from outbox_event where association_id = ?")
                .param(Ids.bytes(association))
                .query(Long.class)
                .single();
    }

    private List<Seen> seen(List<UUID> associations) {
        List<String> ours = associations.stream().map(UUID::toString).toList();
        return events.read(TOPIC).stream()
                .map(Seen::of)
                .filter(event -> ours.contains(event.association()))
                .toList();
    }

    private static OutboxEvent state(UUID association, UUID aggregate, long version, String words) {
        return OutboxEvent.state(TOPIC, "notebook.note-changed.v1", association, aggregate, version, words);
    }

    @Test
    void aThousandEventsShareFewRowsAndArriveOneByOneInTheOrderOfTheirAggregate() {
        UUID one = Ids.next();
        UUID other = Ids.next();
        List<UUID> notes = Stream.generate(Ids::next).limit(40).toList();
        Random random = new Random(7);
        long[] versions = new long[notes.size()];
        List<OutboxEvent> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int note = random.nextInt(notes.size());
            UUID association = i < 900 ? one : other;
            String words = random.nextInt(9) == 0 ? "two\nlines, a space and 汉字" : "w" + i;
            all.add(
                    random.nextInt(20) == 0
                            ? OutboxEvent.fact(
                                    TOPIC, "notebook.note-read.v1", association, notes.get(note), Ids.next(), words)
                            : state(association, notes.get(note), ++versions[note], words));
        }

        List<Seen> announced = announced(all);
        assertThat(rowsOf(one) + rowsOf(other)).isLessThan(250);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(seen(List.of(one, other)))
                .containsExactlyInAnyOrderElementsOf(announced));
        List<Seen> seen = seen(List.of(one, other));
        assertThat(notes).allSatisfy(note -> assertThat(of(note, seen)).isEqualTo(of(note, announced)));
    }

    private static List<Seen> of(UUID note, List<Seen> events) {
        return events.stream()
                .filter(event -> event.key().equals(note.toString()))
                .toList();
    }

    @Test
    void everyRecordIsByteForByteWhatTheCloudEventsLibraryWrites() {
        UUID association = Ids.next();
        MDC.put("correlationId", "asked-for-once");
        try {
            announced(List.of(
                    state(association, Ids.next(), 12, "汉字"),
                    OutboxEvent.fact(
                            TOPIC, "notebook.note-read.v1", association, Ids.next(), Ids.next(), "alone in its row")));
            UUID note = Ids.next();
            announced(List.of(state(association, note, 1, "in a pack"), state(association, note, 2, "as well")));
        } finally {
            MDC.remove("correlationId");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> seen(List.of(association)).size() == 4);
        assertThat(events.read(TOPIC))
                .filteredOn(record -> Seen.of(record).association().equals(association.toString()))
                .hasSize(4)
                .allSatisfy(record -> {
                    CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
                    RecordHeaders written = new RecordHeaders();
                    try (CloudEventSerializer library = new CloudEventSerializer()) {
                        assertThat(record.value()).isEqualTo(library.serialize(TOPIC, written, event));
                    }
                    assertThat(texts(record.headers()))
                            .hasSizeGreaterThan(8)
                            .containsExactlyInAnyOrderElementsOf(texts(written));
                });
    }

    private static List<String> texts(Headers headers) {
        return Stream.of(headers.toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void oneEventKeepsTheFormThatAConnectorExpects() {
        UUID association = Ids.next();
        OutboxEvent only = state(association, Ids.next(), 3, "one");
        announced(List.of(only));
        Map<String, Object> row = jdbc.sql("select * from outbox_event where association_id = ?")
                .param(Ids.bytes(association))
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("version", 3L)
                .containsEntry("events", 1)
                .containsEntry("payload", "{\"words\":\"one\"}");
        assertThat((byte[]) row.get("id")).isEqualTo(Ids.bytes(only.id()));
        assertThat((byte[]) row.get("aggregateid")).isEqualTo(Ids.bytes(only.aggregate()));
    }

    @Test
    void aRowOfSeveralEventsFromBeforeTheyWerePackedIsSentAsWell() {
        UUID association = Ids.next();
        UUID note = Ids.next();
        List<OutboxEvent> all = List.of(state(association, note, 1, "first"), state(association, note, 2, "second"));
        String lines = String.join(
                "\n",
                all.stream()
                        .map(event -> "%s %s %d {\"words\":\"%s\"}"
                                .formatted(event.id(), event.aggregate(), event.version(), event.body()))
                        .toList());
        jdbc.sql("""
                        insert into outbox_event (id, partition_id, association_id, aggregatetype, aggregateid, type, payload,
                            created_at, events)
                        values (?, 0, ?, ?, ?, ?, ?, current_timestamp(6), 2)
                        """)
                .params(
                        Ids.bytes(all.getFirst().id()),
                        Ids.bytes(association),
                        TOPIC,
                        Ids.bytes(note),
                        all.getFirst().type(),
                        lines)
                .update();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(seen(List.of(association)))
                .isEqualTo(all.stream().map(Seen::of).toList()));
    }

    @Test
    void largeEventsDoNotShareARow() {
        UUID association = Ids.next();
        UUID note = Ids.next();
        String large = "x".repeat(60_000);
        List<Seen> announced = announced(Stream.of(1L, 2L, 3L)
                .map(version -> state(association, note, version, large))
                .toList());
        assertThat(rowsOf(association)).isEqualTo(3);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen(List.of(association))).isEqualTo(announced));
    }
}
