package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleImportTests {

    private static final Path SAMPLE = Path.of(System.getProperty("project.root"), "deploy", "sample");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> LISTS = List.of("institutions", "members", "appointments", "licences");

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new java.util.UUID(0, 0));
    private JsonNode expected = JSON.createObjectNode();

    @BeforeAll
    void importEveryList() throws IOException {
        registry = Registry.empty(port);
        expected = JSON.readTree(Files.readString(SAMPLE.resolve("expected.json")));
        for (String list : LISTS) {
            JsonNode job = registry.imported(list, csv(list));
            assertThat(job.path("status").asString()).as("%s", job).isEqualTo("finished");
            assertThat(job.path("total").asInt())
                    .isEqualTo(expected.path(list).path("rows").asInt());
            assertThat(job.path("rejected").asInt())
                    .as("%s", rejected(job))
                    .isEqualTo(expected.path(list).path("rejected").asInt());
            assertMistakesReported(list, job);
        }
    }

    private static String csv(String list) throws IOException {
        return Files.readString(SAMPLE.resolve(list + ".csv"));
    }

    private JsonNode rejected(JsonNode job) {
        return registry.hr()
                .get("/v1/imports/" + job.path("id").asString() + "/rows?status=rejected&limit=200")
                .json()
                .path("items");
    }

    private void assertMistakesReported(String list, JsonNode job) {
        List<String> reported = new ArrayList<>();
        rejected(job).forEach(row -> row.path("errors").forEach(error -> reported.add(mistake(row, error))));
        List<String> wanted = new ArrayList<>();
        expected.path(list).path("mistakes").forEach(mistake -> wanted.add(mistake(mistake, mistake)));
        assertThat(reported).as(list).containsAll(wanted);
    }

    private static String mistake(JsonNode row, JsonNode error) {
        return Stream.of(row.path("line"), row.path("key"), error.path("column"), error.path("code"))
                .map(JsonNode::asString)
                .reduce("", (left, right) -> left + " " + right);
    }

    @Test
    void theSameFilesAgainChangeNothingAndAnnounceNothing() throws IOException {
        long before = announced();
        assertThat(before).isPositive();
        for (String list : LISTS) {
            JsonNode job = registry.imported(list, csv(list));
            assertThat(job.path("unchanged").asInt())
                    .isEqualTo(job.path("accepted").asInt());
        }
        assertThat(announced()).isEqualTo(before);
    }

    /** What the lists announce; alerts and other associations' news come whenever their worker's turn is. */
    private long announced() {
        return jdbc.sql("""
                        select coalesce(sum(events), 0) from outbox_event where association_id = ?
                         and aggregatetype in ('staff.institutions', 'staff.members', 'staff.licences')
                        """)
                .param(org.yilianti.platform.ids.Ids.bytes(registry.association()))
                .query(Long.class)
                .single();
    }

    @Test
    void everyVersionIsAnnouncedOnceInOrderAndByItsSchema() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("select count(*) from outbox_event where sent_at is null")
                        .query(Long.class)
                        .single()
                        .equals(0L));
        Map<String, String> types = Map.of(
                "staff.institutions", "staff.institution-changed.v1",
                "staff.members", "staff.member-changed.v1",
                "staff.licences", "staff.licence-changed.v1");
        types.forEach((topic, type) -> {
            Map<String, List<Long>> versions = new java.util.HashMap<>();
            events.read(topic).forEach(event -> {
                String body = new String(event.value(), java.nio.charset.StandardCharsets.UTF_8);
                EventContract.assertValid(type, body);
                versions.computeIfAbsent(event.key(), none -> new ArrayList<>())
                        .add(JSON.readTree(body).path("version").asLong());
            });
            assertThat(versions.values()).isNotEmpty().allSatisfy(seen -> {
                for (int i = 0; i < seen.size(); i++) {
                    assertThat(seen.get(i)).isEqualTo(i + 1);
                }
            });
        });
    }

    @Test
    void anImportLeavesOneAuditRowWithItsTotals() {
        List<String> details = jdbc.sql("""
                        select detail from audit_entry where association_id = ? and action = 'import.finished' order by sequence
                        """)
                .param(org.yilianti.platform.ids.Ids.bytes(registry.association()))
                .query(String.class)
                .list();
        assertThat(details).hasSizeGreaterThanOrEqualTo(4);
        assertThat(details.get(1)).contains("\"list\":\"members\"").contains("\"rows\":2408");
    }

    @Test
    void noUploadedFileIsKeptAfterItsImport() {
        assertThat(jdbc.sql("select count(*) from import_chunk")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anExportIsTakenBackUnchanged() {
        for (String list : LISTS) {
            String sheet = registry.hr().get("/v1/exports/" + list).body();
            JsonNode job = registry.imported(list, sheet);
            assertThat(job.path("rejected").asInt()).as("%s", rejected(job)).isZero();
            assertThat(job.path("unchanged").asInt())
                    .isEqualTo(expected.path(list).path("rows").asInt()
                            - expected.path(list).path("rejected").asInt());
        }
    }
}
