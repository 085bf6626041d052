package org.yilianti.platform.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;

/** Two instances of one service on one schema: relays and listeners share the work without disorder. */
@ServiceTest
@DirtiesContext
class ReplicaTests {

    private static final int NOTES = 12;
    private static final int VERSIONS = 25;

    @Autowired
    ConfigurableApplicationContext first;

    @Autowired
    Environment environment;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void twoInstancesKeepTheOrderOfEveryAggregateAndApplyEachEventOnce() throws Exception {
        try (ConfigurableApplicationContext second = secondInstance()) {
            int secondPort = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            List<UUID> notes = writeThroughBoth(List.of(port, secondPort));
            await().atMost(Duration.ofSeconds(60)).until(() -> unsent() == 0);
            Map<String, List<Long>> versions = sentVersions();
            assertThat(notes).allSatisfy(note -> assertThat(versions.get(note.toString()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, VERSIONS).boxed().toList()));

            UUID heard = Ids.next();
            for (long version = 1; version <= 40; version++) {
                hear(heard, version);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> heardVersion(heard) == 40);
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        MapPropertySource installation =
                (MapPropertySource) first.getEnvironment().getPropertySources().get("test-installation");
        Map<String, Object> properties = new HashMap<>(installation.getSource());
        properties.put("server.port", "0");
        return new SpringApplicationBuilder(NotebookApplication.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("second-instance", properties)))
                .run();
    }

    private static List<UUID> writeThroughBoth(List<Integer> ports) throws Exception {
        TestCaller hr = TestCaller.named("hr").with(Role.HR_OFFICER, "*");
        List<Callable<UUID>> writers = new ArrayList<>();
        for (int i = 0; i < NOTES; i++) {
            writers.add(() -> {
                Map<String, String> note = Map.of("institution", "T01", "words", "w");
                UUID id = new TestApi(ports.getFirst())
                        .as(hr)
                        .post("/v1/notes", note)
                        .id();
                for (int version = 1; version < VERSIONS; version++) {
                    new TestApi(ports.get(version % 2)).as(hr).put("/v1/notes/" + id, note, "\"" + version + "\"");
                }
                return id;
            });
        }
        List<UUID> notes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UUID> note : threads.invokeAll(writers)) {
                notes.add(note.get());
            }
        }
        return notes;
    }

    private long unsent() {
        return jdbc.sql("select count(*) from outbox_event where sent_at is null")
                .query(Long.class)
                .single();
    }

    private Map<String, List<Long>> sentVersions() {
        Map<String, List<Long>> versions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> event : events.read("notebook.notes")) {
            byte[] version = event.headers().lastHeader("ce_aggregateversion").value();
            versions.computeIfAbsent(event.key(), key -> new ArrayList<>())
                    .add(Long.valueOf(new String(version, StandardCharsets.UTF_8)));
        }
        return versions;
    }

    private void hear(UUID note, long version) {
        events.send(
                "others.notes",
                note.toString(),
                TestEvents.event("others.note-changed.v1", Ids.next(), note, "{\"words\":\"v" + version + "\"}")
                        .withExtension("aggregateversion", Long.toString(version))
                        .build());
    }

    private long heardVersion(UUID note) {
        return jdbc.sql("select coalesce(max(version), 0) from heard_note where id = ?")
                .param(Ids.bytes(note))
                .query(Long.class)
                .single();
    }
}
