package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Test;
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
