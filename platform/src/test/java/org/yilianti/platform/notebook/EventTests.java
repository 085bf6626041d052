package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;

@ServiceTest
class EventTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestApi api() {
        return new TestApi(port)
                .as(TestCaller.named("hr").with(Role.HR_OFFICER, "*").with(Role.ASSOCIATION_ADMIN, "*"));
    }

    private void hear(UUID note, long version, String words) {
        String json = "{\"words\":\"" + words + "\",\"unknown\":1}";
        events.send(
                "others.notes",
                note.toString(),
                TestEvents.event("others.note-changed.v1", UUID.randomUUID(), note, json)
                        .withExtension("aggregateversion", Long.toString(version))
                        .build());
    }

    private Map<String, Object> heard(UUID note) {
        return jdbc
                .sql("select words, version, times from heard_note where id = ?")
                .param(Ids.bytes(note))
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    private long parked(UUID note) {
        return jdbc.sql("select count(*) from parked_event where record_key = ?")
                .param(note.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void everyVersionOfAnAggregateReachesTheBrokerInOrderWithItsEnvelope() {
        Answer note = api().post("/v1/notes", Map.of("institution", "T01", "words", "one"));
        for (int version = 1; version < 20; version++) {
            api().put("/v1/notes/" + note.id(), Map.of("institution", "T01", "words", "more"), "\"" + version + "\"");
        }
        await().atMost(SOON).until(() -> sent(note.id()).size() == 20);
        List<ConsumerRecord<String, byte[]>> sent = sent(note.id());
        assertThat(sent)
                .extracting(event -> header(event, "ce_aggregateversion"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
        assertThat(header(sent.getFirst(), "ce_type")).isEqualTo("notebook.note-changed.v1");
        assertThat(header(sent.getFirst(), "ce_source")).isEqualTo("/notebook-service");
        assertThat(header(sent.getFirst(), "ce_subject")).isEqualTo(note.id().toString());
        assertThat(header(sent.getFirst(), "ce_correlationid")).isEqualTo(note.header("X-Correlation-Id"));
        assertThat(header(sent.getFirst(), "ce_associationid")).isEqualTo(TestCaller.ASSOCIATION.toString());
        assertThat(jdbc.sql("select count(*) from outbox_event where sent_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<ConsumerRecord<String, byte[]>> sent(UUID note) {
        return events.read("notebook.notes").stream()
                .filter(event -> note.toString().equals(event.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void anOlderOrRepeatedStateChangesNothing() {
        UUID note = Ids.next();
        hear(note, 3, "third");
        await().atMost(SOON).until(() -> heard(note).containsValue("third"));
        hear(note, 2, "second");
        hear(note, 3, "third again");
        UUID later = Ids.next();
        hear(note, 4, "fourth");
        hear(later, 1, "later");
        await().atMost(SOON)
                .until(() -> heard(note).containsValue("fourth") && heard(later).containsValue("later"));
        assertThat(heard(note)).containsEntry("times", 2);
    }

    @Test
    void aFactIsTakenOnceHoweverOftenItComes() {
        UUID page = Ids.next();
        UUID id = Ids.next();
        for (int i = 0; i < 5; i++) {
            events.send(
                    "others.torn-pages",
                    page.toString(),
                    TestEvents.event("others.page-torn.v1", id, page, "{\"words\":\"torn\"}")
                            .build());
        }
        events.send(
                "others.torn-pages",
                page.toString(),
                TestEvents.event("others.page-torn.v1", Ids.next(), page, "{\"words\":\"last\"}")
                        .build());
        await().atMost(SOON).until(() -> count("select count(*) from heard_fact where words = 'last'") == 1);
        assertThat(count("select count(*) from heard_fact where words = 'torn'"))
                .isEqualTo(1);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void aPoisonedEventIsParkedWithItsFollowersWhileOthersGoOnAndReplayedWhenMended() {
        UUID bad = Ids.next();
        UUID good = Ids.next();
        hear(bad, 1, "poison");
        hear(bad, 2, "after poison");
        hear(good, 1, "healthy");
        await().atMost(SOON).until(() -> heard(good).containsValue("healthy") && parked(bad) == 2);
        assertThat(heard(bad)).isEmpty();

        String id = api().get("/v1/parked-events/notebook?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> bad.toString().equals(item.path("key").asString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        assertThat(api().post("/v1/parked-events/notebook/" + id + "/replays", Map.of())
                        .status())
                .as("not mended yet")
                .isEqualTo(500);
        assertThat(parked(bad)).isEqualTo(2);

        jdbc.sql("update parked_event set payload = ? where record_key = ? and payload like '%\"poison\"%'")
                .params("{\"words\":\"mended\"}".getBytes(StandardCharsets.UTF_8), bad.toString())
                .update();
        Answer replayed = api().post("/v1/parked-events/notebook/" + id + "/replays", Map.of());
        assertThat(replayed.json().path("applied").asInt()).isEqualTo(2);
        assertThat(heard(bad)).containsEntry("words", "after poison");
        assertThat(parked(bad)).isZero();
    }

    @Test
    void whatIsNoEventAtAllIsParkedAndStopsNothing() {
        UUID bad = Ids.next();
        events.send(
                "others.notes",
                bad.toString(),
                TestEvents.event("others.unheard-of.v9", Ids.next(), bad, "{}")
                        .withExtension("aggregateversion", "1")
                        .build());
        UUID malformed = Ids.next();
        events.send(
                "others.notes",
                malformed.toString(),
                TestEvents.event("others.note-changed.v1", Ids.next(), malformed, "{not json")
                        .withExtension("aggregateversion", "1")
                        .build());
        UUID good = Ids.next();
        hear(good, 1, "goes on");
        await().atMost(SOON)
                .until(() -> heard(good).containsValue("goes on") && parked(bad) == 1 && parked(malformed) == 1);
    }

    @Test
    void replayOfAnUnknownEventIsRefused() {
        assertThat(api().post("/v1/parked-events/notebook/" + UUID.randomUUID() + "/replays", Map.of())
                        .status())
                .isEqualTo(404);
    }
}
