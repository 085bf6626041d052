package org.yilianti.rotation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestPractice;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** The life of an agreement's terms over the API (M3): proposed, consented, refused, withdrawn, printed and verified. */
@ServiceTest
class AmendmentLifeTests {

    private final LocalDate ahead =
            LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(30);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private String home = "";
    private String host = "";
    private UUID doctor = new UUID(0, 0);
    private UUID hostId = new UUID(0, 0);
    private String agreement = "";
    private String path = "";

    @BeforeEach
    void anAgreementInForce() {
        rotation = new TestRotation(port, events);
        var practice = new TestPractice(rotation).filed();
        home = practice.homeCode;
        host = practice.hostCode;
        hostId = practice.host;
        doctor = practice.doctor;
        agreement = rotation.registrar()
                .get("/v1/practice-agreements?member=" + doctor)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        path = "/v1/practice-agreements/" + agreement;
    }

    @Test
    void bothSidesConsentAndTheOldVersionIsKept() {
        JsonNode proposed = propose(rotation.registrarOf(home), terms());
        String amendment = path + "/amendments/" + proposed.path("id").asString();
        assertThat(told(rotation.registrarOf(host), "amendment-proposed")).isOne();
        assertThat(rotation.registrarOf(home)
                        .post(amendment + "/consents", Map.of())
                        .status())
                .as("the other side must consent")
                .isEqualTo(403);
        assertThat(rotation.registrarOf("ELSEWHERE")
                        .post(amendment + "/consents", Map.of())
                        .status())
                .isEqualTo(404);
        TestApi.Answer consented = rotation.registrarOf(host).post(amendment + "/consents", Map.of());
        assertThat(consented.status()).as(consented.body()).isEqualTo(200);
        assertThat(told(rotation.registrarOf(home), "amendment-consented")).isOne();
        assertThat(rotation.registrarOf(host)
                        .post(amendment + "/refusals", Map.of("reason", "too late"))
                        .code())
                .isEqualTo("amendment.settled");
        JsonNode versions = rotation.registrar().get(path + "/versions").json().path("items");
        assertThat(versions.valueStream())
                .extracting(version -> version.path("terms").path("weeklyHours").asInt())
                .containsExactly(12, 16);
        assertThat(versions.path(0).path("effectiveTo").asString()).isEqualTo(ahead.toString());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events.bodies("rotation.agreements", UUID.fromString(agreement)))
                        .hasSize(2)
                        .allSatisfy(body -> EventContract.assertValid("rotation.agreement-changed.v1", body))
                        .last()
                        .asString()
                        .contains("\"termsVersion\":2"));
    }

    @Test
    void oneProposalIsOpenAtATimeAndMayBeRefusedWithAReasonOrWithdrawn() {
        JsonNode first = propose(rotation.registrarOf(home), terms());
        assertThat(request(rotation.registrarOf(host), terms()).code()).isEqualTo("amendment.another-open");
        String amendment = path + "/amendments/" + first.path("id").asString();
        assertThat(rotation.registrarOf(host)
                        .post(amendment + "/refusals", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(rotation.registrarOf(host)
                        .post(amendment + "/refusals", Map.of("reason", "no rooms"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("refused");
        JsonNode second = propose(rotation.registrarOf(host), terms());
        assertThat(rotation.registrarOf(host)
                        .post(
                                path + "/amendments/" + second.path("id").asString() + "/withdrawals",
                                Map.of("reason", "a mistake"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(rotation.registrar().get(path + "/versions").json().path("items"))
                .hasSize(1);
    }

    @Test
    void badTermsAreRefusedWithTheReasons() {
        Map<String, Object> shares = terms();
        shares.put("liability", Map.of("homePercent", "30.00", "hostPercent", "60.00", "memberPercent", "9.99"));
        TestApi.Answer refused = request(rotation.registrarOf(home), shares);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("liability.sum").contains("99.99");
        Map<String, Object> outside = terms();
        outside.put("timetable", List.of(session("MON", "08:00", "12:00", "2028-01-01")));
        assertThat(request(rotation.registrarOf(home), outside).body())
                .contains("agreement.session-outside-term")
                .contains("/terms/timetable/0");
        Map<String, Object> uninsured = terms();
        uninsured.remove("insurance");
        assertThat(request(rotation.registrarOf(home), uninsured).status()).isEqualTo(422);
        Map<String, Object> shortCover = terms();
        shortCover.put(
                "insurance", Map.of("policyNumber", "P", "insurer", "I", "coverFen", 1, "validTo", "2027-01-01"));
        assertThat(request(rotation.registrarOf(home), shortCover).body()).contains("insurance.too-short");
        assertThat(request(rotation.registrar(), terms()).code()).isEqualTo("amendment.side-missing");
    }

    @Test
    void aTimetableThatClashesWithTheOneOfAnotherHostIsRefused() {
        Map<String, Object> few = terms();
        few.put("weeklyHours", 8);
        few.put("timetable", List.of(session("TUE", "13:30", "17:30", null)));
        amend(few);
        UUID thirdId = rotation.staff.institution(host + "3");
        rotation.awaitInstitution(thirdId);
        rotation.filed(doctor, home, thirdId, host + "3");
        String other = "/v1/practice-agreements/"
                + rotation.registrar()
                        .get("/v1/practice-agreements?member=" + doctor + "&institution=" + thirdId)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        Map<String, Object> same = terms();
        same.put("weeklyHours", 12);
        path = other;
        JsonNode proposed = propose(rotation.registrarOf(home), same);
        assertThat(rotation.registrarOf(host + "3")
                        .post(other + "/amendments/" + proposed.path("id").asString() + "/consents", Map.of())
                        .code())
                .isEqualTo("agreement.timetable-clash");
    }

    @Test
    void theFingerprintOnTheCopyIsVerifiedAndAnAlteredRowIsFoundOut() throws Exception {
        amend(terms());
        JsonNode versions = rotation.registrar().get(path + "/versions").json().path("items");
        String first = versions.path(0).path("fingerprint").asString();
        String second = versions.path(1).path("fingerprint").asString();
        JsonNode now = verify(first);
        assertThat(now.path("genuine").asBoolean()).isTrue();
        assertThat(now.path("inForce").asBoolean()).isTrue();
        assertThat(verify(second).path("version").asInt()).isEqualTo(2);
        assertThat(verify(second).path("inForce").asBoolean()).as("not yet").isFalse();
        assertThat(verify("0".repeat(64)).path("genuine").asBoolean()).isFalse();
        byte[] pdf = pdf();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        Files.write(Path.of("target", "practice-agreement.pdf"), pdf);
        jdbc.update(
                "update practice_agreement_version set cover_fen = cover_fen + 1 where agreement_id = ? and number = 1",
                Ids.bytes(UUID.fromString(agreement)));
        assertThat(verify(first).path("genuine").asBoolean()).isFalse();
    }

    private byte[] pdf() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + port + path + "/document?version=2"))
                .header(
                        "Authorization",
                        "Bearer "
                                + org.yilianti.platform.test.TestCaller.named("registrar")
                                        .with(org.yilianti.platform.access.Role.REGISTRAR, "*")
                                        .token())
                .build();
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    private JsonNode verify(String fingerprint) {
        TestApi.Answer answer = rotation.registrar()
                .post(path + "/fingerprint-verifications", Map.of("fingerprint", fingerprint), null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void amend(Map<String, Object> terms) {
        JsonNode proposed = propose(rotation.registrarOf(home), terms);
        TestApi.Answer consented = rotation.registrarOf(host)
                .post(path + "/amendments/" + proposed.path("id").asString() + "/consents", Map.of());
        assertThat(consented.status()).as(consented.body()).isEqualTo(200);
    }

    private int told(TestApi reader, String kind) {
        return reader.get("/v1/notifications?kind=" + kind + "&subject=" + agreement)
                .json()
                .path("items")
                .size();
    }

    private JsonNode propose(TestApi registrar, Map<String, Object> terms) {
        TestApi.Answer answer = request(registrar, terms);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private TestApi.Answer request(TestApi registrar, Map<String, Object> terms) {
        return registrar.post(
                path + "/amendments", Map.of("effectiveFrom", ahead.toString(), "reason", "门诊需求增加", "terms", terms));
    }

    private static Map<String, Object> terms() {
        Map<String, Object> terms = new HashMap<>();
        terms.put("validFrom", "2026-10-01");
        terms.put("validTo", "2027-10-01");
        terms.put("weeklyHours", 16);
        terms.put("tasks", "心内科专家门诊、带教查房、下乡巡诊");
        terms.put("timetable", List.of(session("TUE", "13:30", "17:30", null), session("THU", "20:00", "00:30", null)));
        terms.put("pay", Map.of("basis", "session", "amountFen", 60_000, "note", "下乡巡诊另按次计补。"));
        terms.put("liability", Map.of("homePercent", "33.33", "hostPercent", "56.67", "memberPercent", "10.00"));
        terms.put(
                "insurance",
                Map.of(
                        "policyNumber", "P-2",
                        "insurer", "示例保险公司",
                        "coverFen", 100_000_000,
                        "validTo", "2027-10-01"));
        return terms;
    }

    private static Map<String, Object> session(
            String day, String start, String end, @org.jspecify.annotations.Nullable String to) {
        Map<String, Object> session =
                new HashMap<>(Map.of("day", day, "start", start, "end", end, "place", "门诊三楼专家诊室", "travelMinutes", 45));
        if (to != null) {
            session.put("to", to);
        }
        return session;
    }
}
