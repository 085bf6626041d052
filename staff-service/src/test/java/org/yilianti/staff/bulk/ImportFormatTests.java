package org.yilianti.staff.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** R13: the formats and charsets in which lists come and go, over HTTP. */
@ServiceTest
class ImportFormatTests {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER = List.of(
            "code",
            "name",
            "name_en",
            "tier",
            "lead",
            "setting",
            "population",
            "area_km2",
            "latitude",
            "longitude",
            "parent_code");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    List<RegistryList> lists;

    @LocalServerPort
    int port;

    private Registry registry = new Registry(0, new UUID(0, 0));

    @BeforeEach
    void anAssociation() {
        registry = Registry.empty(port);
    }

    private <T> HttpResponse<T> send(
            String path, Function<HttpRequest.Builder, HttpRequest.Builder> method, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        TestCaller hr =
                TestCaller.named("hr-officer").with(Role.HR_OFFICER, "*").of(registry.association());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + hr.token());
        return HTTP.send(method.apply(request).build(), handler);
    }

    private HttpResponse<String> upload(String list, String type, byte[] file)
            throws IOException, InterruptedException {
        return send(
                "/v1/imports?list=" + list,
                request -> request.header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(file)),
                BodyHandlers.ofString());
    }

    private JsonNode done(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        JsonNode job = new JsonMapper().readTree(accepted.body());
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> registry.hr()
                                .get("/v1/imports/" + job.path("id").asString())
                                .json(),
                        now -> now.path("status").asString().equals("finished"));
    }

    private byte[] download(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(path, HttpRequest.Builder::GET, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(XLSX);
        return answer.body();
    }

    private static byte[] workbook(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "institutions")) {
            rows.forEach(book::row);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static List<String> clinic(String code, String name) {
        return Arrays.asList(code, name, "", "village-clinic", "false", "rural", "1200", "", "", "", "");
    }

    private static List<List<String>> cells(byte[] workbook, String name) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.findSheet(name).orElseThrow().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        }
    }

    @Test
    void aWorkbookIsImportedExportedAndRecognisedAsUnchanged() throws Exception {
        byte[] file = workbook(List.of(HEADER, clinic("V001", "=一"), clinic("V002", ""), clinic("V003", "三")));
        JsonNode job = done(upload("institutions", XLSX, file));
        assertThat(job.path("accepted").asInt()).isEqualTo(2);
        byte[] result = download("/v1/imports/" + job.path("id").asString() + "/result?format=xlsx");
        assertThat(cells(result, "result"))
                .contains(List.of("3", "V002", "rejected", "name", "required", "必须填写", "must be given"))
                .contains(List.of("2", "V001", "accepted"));
        byte[] exported = download("/v1/exports/institutions?format=xlsx");
        assertThat(cells(exported, "institutions").get(1)).contains("'=一");
        JsonNode again = done(upload("institutions", XLSX, exported));
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.path("rejected").asInt()).isZero();
    }

    @Test
    void aFileInTheChineseCharsetIsTakenWithItsNames() throws Exception {
        String csv = String.join(",", HEADER) + "\r\n" + String.join(",", clinic("V001", "青溪镇卫生院")) + "\r\n";
        JsonNode job = done(upload("institutions", "text/csv", csv.getBytes(Charset.forName("GB18030"))));
        assertThat(job.path("accepted").asInt()).isEqualTo(1);
        assertThat(registry.hr().get("/v1/institutions").body()).contains("青溪镇卫生院");
    }

    @Test
    void aTemplateExplainsItsCodesAndSaysItsVersion() throws Exception {
        byte[] template = download("/v1/import-templates/members?format=xlsx");
        assertThat(cells(template, "members").getFirst()).startsWith("staff_no", "name");
        assertThat(cells(template, "codes"))
                .contains(List.of("title", "associate-senior", "副高级", "associate senior"))
                .allSatisfy(row -> assertThat(row).hasSize(4));
        assertThat(cells(template, "about")).containsExactly(List.of("members.v1"));
        assertThat(upload("institutions", XLSX, template).body()).contains("import.template");
        assertThat(registry.hr().get("/v1/import-templates/members?format=ods").status())
                .isEqualTo(400);
    }

    /** Every code that a template names has a text in both languages. */
    @Test
    void noCodeGoesUnexplained() throws Exception {
        int all = 0;
        for (RegistryList known : lists) {
            String list = known.template().name();
            int codes = known.template().columns().stream()
                    .mapToInt(column -> column.codes().size())
                    .sum();
            assertThat(cells(download("/v1/import-templates/" + list + "?format=xlsx"), "codes"))
                    .as(list)
                    .hasSize(1 + codes)
                    .noneMatch(row -> row.getLast().startsWith("code."));
            all += codes;
        }
        assertThat(all).isGreaterThan(100);
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedAndLeavesNoJob() throws Exception {
        byte[] csv = String.join(",", HEADER).getBytes(StandardCharsets.UTF_8);
        byte[] workbook = workbook(List.of(HEADER));
        assertThat(upload("institutions", XLSX, csv).body()).contains("import.not-xlsx");
        assertThat(upload("institutions", "text/csv", workbook).body()).contains("import.charset");
        assertThat(upload("institutions", XLSX, zip(new byte[1 << 20])).body()).contains("import.workbook-too-large");
        assertThat(upload("institutions", XLSX, new byte[0]).body()).contains("import.empty");
        assertThat(upload("institutions", XLSX, new byte[17 << 20]).statusCode())
                .isEqualTo(413);
        assertThat(upload("institutions", "application/zip", workbook).statusCode())
                .isEqualTo(415);
        assertThat(registry.hr().get("/v1/imports").json().path("items")).isEmpty();
    }

    /** The door is shut at the sight of the length: no byte of the file need arrive. */
    @Test
    void aFileOfTwoGigabytesIsRefusedAtOnce() throws IOException {
        TestCaller hr =
                TestCaller.named("hr-officer").with(Role.HR_OFFICER, "*").of(registry.association());
        String request = "POST /v1/imports?list=members HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 2147483648\r\nIdempotency-Key: huge\r\nAuthorization: Bearer " + hr.token()
                + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
        assertThat(registry.hr().get("/v1/imports").json().path("items")).isEmpty();
    }

    /** R2, R13: the establishment as a list. */
    @Test
    void authorisedPostsComeAndGoAsAListAndNeverOverlap() {
        registry.institution("T01");
        registry.institution("T02");
        String header = "external_id,institution_code,department,category,title,headcount,valid_from,valid_to,reason\n";
        String lines = header
                + "E1,T01,,nurse,,7,2020-01-01,,编制核定\n"
                + "E2,T01,内科,physician,senior,2,2020-01-01,,\n"
                + "E3,T01,,nurse,junior,1,2021-01-01,,\n"
                + "E4,NONE,,nurse,,1,2020-01-01,,\n"
                + "E5,T02,,nurse,,-1,2020-01-01,,\n";
        JsonNode job = registry.imported("authorised-posts", lines);
        String result = registry.hr()
                .get("/v1/imports/" + job.path("id").asString() + "/result")
                .body();
        assertThat(job.path("created").asInt()).as(result).isEqualTo(2);
        assertThat(result)
                .contains("E3,rejected,category,post-overlaps", "E4,rejected,institution_code,unknown-institution")
                .contains("E5,rejected,headcount,out-of-range");
        String sheet = registry.as(Role.HR_OFFICER, "T01")
                .get("/v1/exports/authorised-posts")
                .body();
        assertThat(registry.imported("authorised-posts", sheet)
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        JsonNode changed = registry.imported("authorised-posts", sheet.replace(",7,", ",9,"));
        assertThat(changed.path("changed").asInt()).isEqualTo(1);
        for (var expected : Map.of("post.authorised", 2, "post.revised", 1).entrySet()) {
            assertThat(registry.as(Role.AUDITOR, "*")
                            .get("/v1/audit-entries/staff?action=" + expected.getKey())
                            .json()
                            .path("items"))
                    .hasSize(expected.getValue());
        }
        assertThat(registry.hr().get("/v1/authorised-posts?institution=T01").body())
                .contains("\"headcount\":9", "\"externalId\":\"E1\"");
        assertThat(registry.as(Role.HR_OFFICER, "T02")
                        .get("/v1/exports/authorised-posts")
                        .body())
                .doesNotContain("E1");
    }
}
