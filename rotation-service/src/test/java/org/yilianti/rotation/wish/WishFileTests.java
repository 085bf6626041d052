package org.yilianti.rotation.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import org.yilianti.rotation.table.TableFormat;
import org.yilianti.rotation.table.TableReading;
import org.yilianti.rotation.table.TableRow;
import org.yilianti.rotation.table.TableSheet;
import org.yilianti.rotation.table.TableWriting;
import tools.jackson.databind.JsonNode;

/** M7: an office's wishes come and go as files, and never over the word of the person. */
@ServiceTest
class WishFileTests {

    private static final String HEADER = "staff_no,date,wanted,institution_code,shift,weight\n";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aFileAddsChangesAndLeavesAloneAndItsExportChangesNothing() {
        TestWard ward = ward();
        String first = staffNo(ward, 0);
        String second = staffNo(ward, 1);
        String file = HEADER
                + row(first, "2026-10-05", "off", "", "", 3)
                + row(first, "2026-10-06", "on", ward.code, "A", 5)
                + row(second, "2026-10-05", "off", ward.code, "N", 1);
        Answer tried = post(ward, file, "&dryRun=true");
        assertCounts(tried, 3, 0, 0, 0);
        assertThat(tried.json().path("dryRun").asBoolean()).isTrue();
        assertThat(wishes(ward, 0)).as("a dry run changes nothing").isEmpty();
        assertCounts(post(ward, file, ""), 3, 0, 0, 0);
        assertThat(wishes(ward, 0))
                .hasSize(2)
                .allSatisfy(wish -> assertThat(wish.path("origin").asString()).isEqualTo("office"));
        String mended = file.replace(",5\n", ",4\n") + row(second, "2026-10-07", "off", "", "", 2);
        assertCounts(post(ward, mended, ""), 1, 1, 2, 0);
        assertThat(wishes(ward, 0).getLast().path("weight").asInt()).isEqualTo(4);
        String export = ward.scheduler().get(path(ward, "files/csv")).body();
        assertThat(export.lines()).hasSize(5);
        assertCounts(post(ward, export, ""), 0, 0, 4, 0);
        assertThat(jdbc.queryForList(
                        "select version from roster_wish where member_id = ? order by wish_date",
                        Long.class,
                        Ids.bytes(ward.nurses.getFirst())))
                .containsExactly(1L, 2L);
        assertThat(audited("roster-wishes.imported", ward.code)).isEqualTo(3);
        assertThat(audited("roster-wish.changed", ward.code)).isEqualTo(1);
    }

    @Test
    void everyFaultOfEveryRowIsToldAtOnceWithLineColumnAndReasonAndRightRowsAreTaken() {
        TestWard ward = ward();
        TestWard other = ward();
        String first = staffNo(ward, 0);
        String file = HEADER
                + row(first, "2026-10-05", "off", "", "", 3)
                + row("", "5 October", "maybe", "", "", 9)
                + row("NOBODY", "2026-10-05", "off", "", "", 1)
                + row(staffNo(other, 0), "2026-10-05", "off", "", "", 1)
                + row(first, "2026-11-05", "on", "", "", 1)
                + row(first, "2026-10-05", "off", "NO-SITE", "A", 1)
                + row(first, "2026-10-08", "on", ward.code, "ZZ", 1)
                + row(first, "2026-10-09", "off", ward.code, "", 1);
        Answer answer = post(ward, file, "");
        assertCounts(answer, 1, 0, 0, 7);
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "3 staff_no wish-file.required",
                        "3 date wish-file.date",
                        "3 wanted wish-file.wanted",
                        "3 weight wish-file.weight",
                        "4 staff_no wish-file.not-of-site",
                        "5 staff_no wish-file.not-of-site",
                        "6 shift wish.shift-incomplete",
                        "6 date wish-file.outside-month",
                        "7 institution_code wish-file.institution-unknown",
                        "7 date wish-file.row-twice",
                        "8 shift wish-file.shift-unknown",
                        "9 shift wish.shift-incomplete");
        assertThat(answer.json().path("faults").findValuesAsString("message"))
                .allMatch(message -> message.contains(" ") && !message.contains("{"));
        Answer chinese = new TestApi(port)
                .as(TestCaller.named("scheduler").with(Role.SCHEDULER, "*"))
                .inLanguage("zh")
                .post(path(ward, "imports"), HEADER + row("X", "2026-10-05", "off", "", "", 1), key(), "text/csv");
        assertThat(chinese.json().path("faults").path(0).path("message").asString())
                .contains("工号");
    }

    @Test
    void neitherThePersonNorTheOfficeOverwritesTheOtherUnseen() {
        TestWard ward = ward();
        String staffNo = staffNo(ward, 0);
        TestApi self = ward.rotation.member(staffNo);
        Map<String, @Nullable Object> own = wish(ward, 0, "2026-10-12", 5);
        assertThat(self.post("/v1/roster-wishes", own).json().path("origin").asString())
                .isEqualTo("person");
        assertCounts(post(ward, HEADER + row(staffNo, "2026-10-12", "off", "", "", 5), ""), 0, 0, 1, 0);
        Answer refused = post(ward, HEADER + row(staffNo, "2026-10-12", "off", "", "", 1), "");
        assertThat(faults(refused)).containsExactly("2 date wish-file.own-stands");
        assertThat(wishes(ward, 0).getFirst().path("weight").asInt()).isEqualTo(5);
        assertThat(ward.scheduler().post("/v1/roster-wishes", own).code()).isEqualTo("wish.stands-person");
        assertCounts(post(ward, HEADER + row(staffNo, "2026-10-13", "off", "", "", 2), ""), 1, 0, 0, 0);
        Map<String, @Nullable Object> later = wish(ward, 0, "2026-10-13", 5);
        assertThat(self.post("/v1/roster-wishes", later).code()).isEqualTo("wish.stands-office");
        String office = wishes(ward, 0).getLast().path("id").asString();
        assertThat(self.post("/v1/roster-wishes/" + office + "/withdrawals", "{}")
                        .status())
                .as("one's own office's wish may be taken back, openly")
                .isEqualTo(204);
        assertThat(self.post("/v1/roster-wishes", later).status()).isEqualTo(201);
    }

    @Test
    void aWorkbookOfAPlanIsTakenAndItsTemplateListsTheCodes() throws Exception {
        TestWard ward = ward();
        String plan = "plan=" + ward.solved().path("id").asString();
        byte[] template = bytes("/v1/roster-wishes/templates/xlsx?" + plan);
        assertThat(new TableReading(WishFiles.columns()).read(TableFormat.XLSX, new ByteArrayInputStream(template)))
                .isEmpty();
        var codes = new TableReading(List.of("column", "code", "meaning"))
                .read(TableFormat.XLSX, new ByteArrayInputStream(bytes("/v1/roster-wishes/codes/xlsx?" + plan)));
        assertThat(codes).extracting(row -> row.get("code")).contains("on", "off", "1", "5", ward.code, "A", "N");
        assertThat(codes).allMatch(row -> !row.get("meaning").isEmpty());
        List<List<String>> rows = List.of(List.of(staffNo(ward, 0), "2026-10-05", "on", ward.code, "N", "2"));
        byte[] file = TableWriting.write(
                TableFormat.XLSX,
                List.of(new TableSheet("wishes", List.of(HEADER.strip().split(",")), rows)));
        HttpResponse<byte[]> taken = HTTP.send(
                request("/v1/roster-wishes/imports?" + plan)
                        .header("Content-Type", TableFormat.XLSX.mediaType())
                        .header("Idempotency-Key", key())
                        .POST(BodyPublishers.ofByteArray(file))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(taken.statusCode()).as(new String(taken.body())).isEqualTo(200);
        assertThat(wishes(ward, 0)).hasSize(1);
        List<TableRow> export = new TableReading(WishFiles.columns())
                .read(TableFormat.XLSX, new ByteArrayInputStream(bytes("/v1/roster-wishes/files/xlsx?" + plan)));
        assertThat(export.getFirst().get("shift")).isEqualTo("N");
        assertThat(export.getFirst().get("entered_by")).isEqualTo("office");
    }

    @Test
    void onlyWhoSchedulesAllOfTheSitesHandlesTheirFilesAndTheAreaIsNamedOnce() {
        TestWard ward = ward();
        TestApi elsewhere = new TestApi(port).as(TestCaller.named("elsewhere").with(Role.SCHEDULER, "OTHER"));
        assertThat(elsewhere.get(path(ward, "files/csv")).code()).isEqualTo("institution.unknown");
        assertThat(elsewhere
                        .post(path(ward, "imports"), HEADER, key(), "text/csv")
                        .code())
                .isEqualTo("institution.unknown");
        TestApi scheduler = ward.scheduler();
        assertThat(scheduler.get("/v1/roster-wishes/files/csv?month=2026-10").code())
                .isEqualTo("wish-file.area");
        assertThat(scheduler
                        .get("/v1/roster-wishes/files/csv?plan=" + UUID.randomUUID())
                        .code())
                .isEqualTo("plan.unknown");
        assertThat(scheduler.get(path(ward, "files/pdf")).code()).isEqualTo("table.format-unknown");
        assertThat(scheduler.post(path(ward, "imports"), "{}").status()).isEqualTo(415);
        assertThat(post(ward, "staff_no\nA", "").code()).isEqualTo("table.column-missing");
    }

    private TestWard ward() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        assertThat(ward.state(
                                TestWard.shift("A", "08:00", Map.of("minimum", 0, "desired", 1)),
                                TestWard.shift("N", "16:00", Map.of("minimum", 0, "desired", 1)))
                        .status())
                .isEqualTo(201);
        return ward;
    }

    private Answer post(TestWard ward, String file, String more) {
        return ward.scheduler().post(path(ward, "imports") + more, file, key(), "text/csv");
    }

    private static String path(TestWard ward, String what) {
        return "/v1/roster-wishes/" + what + "?month=2026-10&institution=" + ward.site;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String row(String staffNo, String date, String wanted, String site, String shift, int weight) {
        return String.join(",", staffNo, date, wanted, site, shift, Integer.toString(weight)) + "\n";
    }

    private static void assertCounts(Answer answer, int created, int changed, int unchanged, int rejected) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode counts = answer.json();
        assertThat(List.of(
                        counts.path("created").asInt(),
                        counts.path("changed").asInt(),
                        counts.path("unchanged").asInt(),
                        counts.path("rejected").asInt()))
                .as(answer.body())
                .containsExactly(created, changed, unchanged, rejected);
    }

    private static List<String> faults(Answer answer) {
        return answer.json()
                .path("faults")
                .valueStream()
                .map(fault -> fault.path("line").asInt() + " "
                        + fault.path("column").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }

    private static Map<String, @Nullable Object> wish(TestWard ward, int nurse, String date, int weight) {
        Map<String, @Nullable Object> wish = new HashMap<>();
        wish.put("memberId", ward.nurses.get(nurse));
        wish.put("date", date);
        wish.put("wanted", false);
        wish.put("weight", weight);
        return wish;
    }

    private static List<JsonNode> wishes(TestWard ward, int nurse) {
        return TestRotation.all(ward.scheduler(), "/v1/roster-wishes?limit=50&member=" + ward.nurses.get(nurse));
    }

    private String staffNo(TestWard ward, int nurse) {
        return String.valueOf(jdbc.queryForObject(
                "select staff_no from directory_member where id = ?", String.class, Ids.bytes(ward.nurses.get(nurse))));
    }

    private int audited(String action, String site) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where action = ? and institution_code = ?",
                Integer.class,
                action,
                site);
        return count == null ? 0 : count;
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Authorization",
                        "Bearer "
                                + TestCaller.named("scheduler")
                                        .with(Role.SCHEDULER, "*")
                                        .token());
    }
}
