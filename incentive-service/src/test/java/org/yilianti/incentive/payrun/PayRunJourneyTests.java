package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One month from events to payment, as the sample association has it. */
@ServiceTest
class PayRunJourneyTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long POOL = 11_520_007;
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID here = Ids.next();
    private final UUID there = Ids.next();
    private final UUID senior = Ids.next();
    private final UUID junior = Ids.next();
    private final UUID idle = Ids.next();

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void serviceRecordsBecomePaymentsThatExplainThemselvesAndSumToThePool() {
        hearOfTheMonth();
        UUID evaluation = evaluate();
        UUID pool = officer()
                .post("/v1/pay-pools", Map.of("month", "2026-09", "name", "九月", "source", "补助", "amountFen", POOL))
                .id();
        assertThat(reviewer()
                        .post("/v1/pay-pools/" + pool + "/confirmations", Map.of())
                        .status())
                .isEqualTo(200);
        UUID run = officer()
                .post("/v1/pay-runs", Map.of("month", "2026-09", "evaluationId", evaluation, "poolId", pool))
                .id();
        String address = "/v1/pay-runs/" + run;
        assertThat(officer().post(address + "/calculations", Map.of()).status()).isEqualTo(202);
        await().atMost(SOON).until(() -> status(address).equals("calculated"));
        assertThat(reviewer()
                        .post(address + "/reviews", Map.of("approved", true))
                        .status())
                .isEqualTo(200);
        for (String step : List.of("notices", "finalisations", "payments")) {
            TestApi who = step.equals("finalisations") ? reviewer() : officer();
            Answer answer = who.post(address + "/" + step, Map.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        JsonNode paid = auditor().get(address).json();
        assertThat(paid.path("status").asString()).isEqualTo("paid");
        assertThat(paid.path("paidFen").asLong()).isEqualTo(POOL);
        assertThat(paid.path("history").valueStream().map(step -> step.path("status")
                        .asString()))
                .containsExactly("draft", "calculated", "reviewed", "noticed", "final", "paid");
        theStatementsSumToThePool(address);
        theSeniorsStatementExplainsItself(run);
        onlyConfirmedLawfulServiceOfTheMonthCounted(address);
        theLedgerTellsTheWholeStory(pool, run);
        everyChangeWasAnnounced(run);
        everyDecisionWasAudited(run);
    }

    private void hearOfTheMonth() {
        institution(here, "J-T01", 30_000);
        institution(there, "J-T02", 10_000);
        member(senior, "J-S1", "senior");
        member(junior, "J-S2", "junior");
        member(idle, "J-S3", "none");
        serve("night", senior, here, "duty", "2026-09-10T00:00:00Z", 480, true, "confirmed", true);
        serve("day", senior, here, "duty", "2026-09-12T00:00:00Z", 243, false, "confirmed", true);
        serve("outreach", senior, there, "outreach", "2026-09-14T00:00:00Z", 240, false, "confirmed", true);
        serve("junior", junior, here, "clinic", "2026-09-12T00:00:00Z", 301, false, "confirmed", true);
        serve("poor", idle, there, "duty", "2026-09-12T00:00:00Z", 600, false, "confirmed", true);
        serve("unconfirmed", junior, here, "duty", "2026-09-15T00:00:00Z", 480, false, "recorded", true);
        serve("unlawful", junior, here, "duty", "2026-09-16T00:00:00Z", 480, false, "confirmed", false);
        serve("october", junior, here, "duty", "2026-09-30T16:00:00Z", 480, false, "confirmed", true);
        await().atMost(SOON).untilAsserted(() -> assertThat(officer()
                        .get("/v1/directories/incentive?month=2026-09")
                        .json()
                        .path("serviceRecords")
                        .asInt())
                .isEqualTo(6));
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from directory_member where staff_no like 'J-%'")
                                .query(Integer.class)
                                .single()
                        == 3);
    }

    private UUID evaluate() {
        UUID scheme = evaluator()
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                "J",
                                "indicators",
                                List.of(
                                        indicator("records", "0.75", "0.90", "ratio"),
                                        indicator("complaints", "0.25", "2", "reverse"))))
                .id();
        as("publisher", Role.EVALUATOR).post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        Answer opened = evaluator()
                .post(
                        "/v1/evaluations",
                        Map.of("schemeId", scheme, "month", "2026-09", "institutionIds", List.of(here, there)));
        String address = "/v1/evaluations/" + opened.id();
        Answer measured = evaluator()
                .put(
                        address + "/measures",
                        Map.of(
                                "items",
                                List.of(
                                        measure(here, "records", "0.81"),
                                        measure(here, "complaints", "1"),
                                        measure(there, "records", "0.95"),
                                        measure(there, "complaints", "4"))),
                        opened.header("ETag"));
        evaluator()
                .put(
                        address + "/quality",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("staffNo", "J-S1", "quality", "1.05"),
                                        Map.of("staffNo", "J-S3", "quality", "0"))),
                        measured.header("ETag"));
        JsonNode closed = evaluator().post(address + "/closings", Map.of()).json();
        assertThat(closed.path("scores").valueStream().map(score -> score.path("score")
                        .asString()))
                .as("0.75 × 0.9 + 0.25 × 1, and 0.75 × 1 + 0.25 × 0.5")
                .containsExactly("0.925", "0.875");
        return opened.id();
    }

    private void theStatementsSumToThePool(String address) {
        JsonNode items = auditor().get(address + "/statements?limit=200").json().path("items");
        assertThat(items.valueStream()
                        .mapToLong(one -> one.path("amountFen").asLong())
                        .sum())
                .isEqualTo(POOL);
        assertThat(items.valueStream()
                        .filter(one -> one.path("staffNo").asString().equals("J-S3"))
                        .map(one -> one.path("amountFen").asLong()))
                .as("nobody without points is paid")
                .containsExactly(0L);
    }

    private void theSeniorsStatementExplainsItself(UUID run) {
        TestApi doctor = new TestApi(port)
                .as(TestCaller.named("doctor").with(Role.STAFF, "*").staffNo("J-S1"));
        JsonNode own = doctor.get("/v1/my/pay-statements").json().path("items").path(0);
        assertThat(own.path("runId").asString()).isEqualTo(run.toString());
        JsonNode statement =
                doctor.get("/v1/pay-statements/" + own.path("id").asString()).json();
        assertThat(statement.path("lines").size())
                .as("one line for each institution")
                .isEqualTo(2);
        long sum = 0;
        for (JsonNode line : statement.path("lines")) {
            BigDecimal points = BigDecimal.ZERO;
            for (JsonNode one : line.path("records")) {
                points = points.add(decimal(one, "weight").multiply(decimal(one, "minutes")));
            }
            points = points.multiply(decimal(line, "quality")).multiply(decimal(line, "coefficient"));
            assertThat(points).isEqualByComparingTo(decimal(line, "pointMinutes"));
            BigDecimal exact = decimal(line, "institutionAmountFen")
                    .multiply(points)
                    .divide(decimal(line, "institutionPointMinutes"), 6, java.math.RoundingMode.HALF_EVEN);
            assertThat(exact.subtract(decimal(line, "amountFen")).abs())
                    .as("%s within the fen that the largest remainder moves", exact)
                    .isLessThan(BigDecimal.ONE);
            sum += line.path("amountFen").asLong();
        }
        assertThat(sum).isEqualTo(statement.path("amountFen").asLong());
        JsonNode night = statement.path("lines").path(0).path("records").path(0);
        assertThat(night.path("weight").asString()).isEqualTo("1.5");
        assertThat(night.path("points").asString()).as("8 hours at night").isEqualTo("12");
        assertThat(statement.path("lines").path(1).path("institutionShareFen").asLong())
                .as("10000 × 0.875 of 30000 × 0.925 + 10000 × 0.875")
                .isEqualTo(Math.round(POOL * 8750.0 / 36500.0));
    }

    private void onlyConfirmedLawfulServiceOfTheMonthCounted(String address) {
        String statement = auditor()
                .get(address + "/statements")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("staffNo").asString().equals("J-S2"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        JsonNode lines = auditor().get("/v1/pay-statements/" + statement).json().path("lines");
        assertThat(lines.size()).isEqualTo(1);
        assertThat(lines.path(0).path("records").valueStream().map(one -> one.path("minutes")
                        .asInt()))
                .containsExactly(301);
    }

    private void theLedgerTellsTheWholeStory(UUID pool, UUID run) {
        JsonNode balance = auditor().get("/v1/ledger/trial-balance").json();
        assertThat(balance.path("debitFen").asLong())
                .isEqualTo(balance.path("creditFen").asLong());
        JsonNode ours = balance.path("items")
                .valueStream()
                .filter(one -> one.path("account").asString().equals("pool:" + pool))
                .findFirst()
                .orElseThrow();
        assertThat(ours.path("debitFen").asLong()).isEqualTo(POOL);
        assertThat(ours.path("creditFen").asLong()).isEqualTo(POOL);
        JsonNode entries = auditor().get("/v1/ledger/entries?run=" + run).json().path("items");
        assertThat(entries.valueStream().map(one -> one.path("kind").asString()))
                .containsExactly("pool-allocated", "pay-granted", "pay-released");
        JsonNode lines = auditor()
                .get("/v1/ledger/entries/" + entries.path(2).path("id").asString() + "/lines")
                .json()
                .path("items");
        assertThat(lines.valueStream().map(one -> one.path("account").asString()))
                .containsExactly("payable:J-S1", "payable:J-S2", "cash");
    }

    private void everyChangeWasAnnounced(UUID run) {
        await().atMost(SOON)
                .until(() -> events.bodies("incentive.pay-runs", run).size() == 6);
        List<JsonNode> bodies = events.bodies("incentive.pay-runs", run).stream()
                .map(JSON::readTree)
                .toList();
        assertThat(bodies.stream().map(body -> body.path("version").asInt())).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(bodies.getLast().path("status").asString()).isEqualTo("paid");
        assertThat(bodies.getLast().path("payableFen").asLong()).isEqualTo(POOL);
        assertThat(bodies.getLast().path("statements").asInt()).isEqualTo(3);
    }

    private void everyDecisionWasAudited(UUID run) {
        assertThat(jdbc.sql("select actor, action from audit_entry where subject_id = ? order by sequence")
                        .param(run.toString())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly(
                        "payroll pay-run.drafted",
                        "payroll pay-run.calculation-requested",
                        "payroll pay-run.calculated",
                        "reviewer pay-run.reviewed",
                        "payroll pay-run.noticed",
                        "reviewer pay-run.finalised",
                        "payroll pay-run.paid");
    }

    private void institution(UUID id, String code, int population) {
        events.state(
                "staff.institutions",
                "staff.institution-changed.v1",
                id,
                1,
                EventContract.example("staff.institution-changed.v1")
                        .replace("01990000-0000-7000-8000-000000000101", id.toString())
                        .replace("\"T01\"", "\"" + code + "\"")
                        .replace("31250", Integer.toString(population)));
    }

    private void member(UUID id, String staffNo, String title) {
        events.state(
                "staff.members",
                "staff.member-changed.v1",
                id,
                1,
                EventContract.example("staff.member-changed.v1")
                        .replace("01990000-0000-7000-8000-000000000201", id.toString())
                        .replace("S00001", staffNo)
                        .replace("\"intermediate\"", "\"" + title + "\""));
    }

    private void serve(
            String source,
            UUID member,
            UUID institution,
            String kind,
            String start,
            int minutes,
            boolean night,
            String status,
            boolean lawful) {
        UUID id = Ids.next();
        Instant startedAt = Instant.parse(start);
        events.state(
                "rotation.service-records",
                "rotation.service-record-changed.v1",
                id,
                1,
                JSON.writeValueAsString(Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("associationId", TestCaller.ASSOCIATION),
                        Map.entry("version", 1),
                        Map.entry("sourceId", source),
                        Map.entry("memberId", member),
                        Map.entry("institutionId", institution),
                        Map.entry("kind", kind),
                        Map.entry("startedAt", startedAt.toString()),
                        Map.entry(
                                "endedAt", startedAt.plusSeconds(60L * minutes).toString()),
                        Map.entry("minutes", minutes),
                        Map.entry("night", night),
                        Map.entry("status", status),
                        Map.entry("lawful", lawful))));
    }

    private static Map<String, Object> indicator(String code, String weight, String target, String scoring) {
        return Map.of("code", code, "name", code, "weight", weight, "target", target, "scoring", scoring);
    }

    private static Map<String, Object> measure(UUID institution, String indicator, String value) {
        return Map.of("institutionId", institution, "indicator", indicator, "value", value);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asString());
    }

    private String status(String address) {
        return auditor().get(address).json().path("status").asString();
    }

    private TestApi evaluator() {
        return as("evaluator", Role.EVALUATOR);
    }

    private TestApi officer() {
        return as("payroll", Role.PAYROLL_OFFICER);
    }

    private TestApi reviewer() {
        return as("reviewer", Role.PAYROLL_REVIEWER);
    }

    private TestApi auditor() {
        return as("auditor", Role.AUDITOR);
    }

    private TestApi as(String name, Role role) {
        return new TestApi(port).as(TestCaller.named(name).with(role, "*"));
    }
}
