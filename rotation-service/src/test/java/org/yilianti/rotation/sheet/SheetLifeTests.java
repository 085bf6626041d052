package org.yilianti.rotation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRoster;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** M9, M13: the roster as JSON, files and calendar feed. */
@ServiceTest
class SheetLifeTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRoster roster;

    @BeforeEach
    void aPublishedRoster() {
        roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
    }

    @Test
    void theRosterOfASiteIsTheSameInEveryFormatAndFormulasAreHarmless() throws Exception {
        JsonNode duty = roster.assigned("ND");
        jdbc.update("update directory_member set name = '=1+1' where id = ?", Ids.bytes(TestRoster.holder(duty)));
        String path = "/v1/roster-views/sites/" + roster.month.hospital;
        JsonNode json = roster.scheduler().get(path + "?month=2026-10").json();
        long cells = 0;
        for (JsonNode row : json.path("rows")) {
            for (JsonNode day : row.path("days")) {
                cells += day.size();
            }
        }
        assertThat(cells).isEqualTo(roster.month.duties(roster.month.hospital).size());

        String csv = new String(bytes(path + "/csv?month=2026-10", "zh"), StandardCharsets.UTF_8);
        assertThat(csv).contains("工号").contains("'=1+1").doesNotContain(",=1+1");
        assertThat(csv.lines().count()).isEqualTo(json.path("rows").size() + 1);
        assertThat(sheetOf(bytes(path + "/xlsx?month=2026-10", "en"))).contains("Staff no.");
        byte[] pdf = bytes(path + "/pdf?month=2026-10", "zh");
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Files.write(Path.of("target", "wall-sheet.pdf"), pdf);
        assertThat(roster.scheduler().get(path + "/docx?month=2026-10").code()).isEqualTo("sheet.format-unknown");
        assertThat(roster.scheduler().get(path + "?month=October").code()).isEqualTo("request.month-malformed");
    }

    @Test
    void aPersonSeesTheirOwnSheetAndAnotherInstitutionSeesNothing() {
        UUID person = TestRoster.holder(roster.assigned("ND"));
        String path = "/v1/roster-views/people/" + person;
        JsonNode own = roster.as(person).get(path + "?month=2026-10").json();
        assertThat(own.path("duties").size()).isEqualTo(roster.dutiesOf(person).size());
        // The first three days of October are public holidays by the standard policy.
        assertThat(own.path("duties"))
                .allSatisfy(duty -> assertThat(duty.path("holiday").asBoolean())
                        .isEqualTo(duty.path("date").asString().compareTo("2026-10-03") <= 0));
        assertThat(roster.as(person).get(path + "/csv?month=2026-10").body()).contains("Holiday");
        assertThat(roster.as(roster.month.cardiologist)
                        .get(path + "?month=2026-10")
                        .status())
                .isEqualTo(404);
        TestApi elsewhere = new TestApi(port).as(TestCaller.named("x").with(Role.SCHEDULER, "ELSEWHERE"));
        assertThat(elsewhere
                        .get("/v1/roster-views/sites/" + roster.month.hospital + "?month=2026-10")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFeedKeepsItsEventsIdentityCountsChangesCancelsWhatIsGoneAndEndsWhenRevoked() throws Exception {
        JsonNode duty = roster.assigned("ND");
        UUID person = TestRoster.holder(duty);
        TestApi.Answer made = roster.as(person).post("/v1/roster-feeds", "{}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String address = made.json().path("path").asString();
        String first = calendar(address);
        assertThat(first).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(first.split("BEGIN:VEVENT", -1).length - 1)
                .isEqualTo(roster.dutiesOf(person).size());
        assertThat(first.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(first).doesNotContain("STATUS:CANCELLED").contains("SEQUENCE:0");
        assertThat(calendar(address)).as("nothing changed, nothing counts").isEqualTo(first);

        roster.open(duty);
        String uid = "UID:duty-" + person + "-" + duty.path("date").asString() + "@yilianti";
        String event = event(calendar(address), uid);
        assertThat(event).contains("SEQUENCE:1").contains("STATUS:CANCELLED");
        assertThat(event(first, uid)).contains("STATUS:CONFIRMED");

        byte[] stored = jdbc.queryForObject(
                "select secret_hash from roster_feed where id = ?", byte[].class, Ids.bytes(made.id()));
        assertThat(stored).hasSize(32);
        assertThat(roster.as(person).get("/v1/roster-feeds").body()).doesNotContain(address);
        UUID other = roster.month.cardiologist;
        assertThat(roster.as(other)
                        .post("/v1/roster-feeds/" + made.id() + "/revocations", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(roster.as(person)
                        .post("/v1/roster-feeds/" + made.id() + "/revocations", "{}")
                        .status())
                .isEqualTo(204);
        assertThat(new TestApi(port).get(address).status()).isEqualTo(404);
        assertThat(new TestApi(port).get("/v1/roster-feeds/guess.ics").status()).isEqualTo(404);
        assertThat(new TestApi(port).get("/v1/roster-feeds").status()).isEqualTo(401);
    }

    private String calendar(String address) {
        TestApi.Answer answer = new TestApi(port).get(address);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        return answer.body();
    }

    private static String event(String calendar, String uid) {
        int start = calendar.replace("\r\n ", "").indexOf(uid);
        assertThat(start).isPositive();
        String unfolded = calendar.replace("\r\n ", "");
        return unfolded.substring(start, unfolded.indexOf("END:VEVENT", start));
    }

    private byte[] bytes(String path, String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + TestCaller.named("scheduler")
                                                .with(Role.SCHEDULER, "*")
                                                .token())
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).containsKeys("content-disposition", "cache-control");
        return answer.body();
    }

    /** Read as spreadsheets do, from the directory at the end of the archive: the writer streams its parts. */
    private static String sheetOf(byte[] xlsx) throws IOException {
        Path file = Files.write(Path.of("target", "roster.xlsx"), xlsx);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
