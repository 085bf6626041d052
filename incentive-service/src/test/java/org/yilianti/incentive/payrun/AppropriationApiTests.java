package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.appropriation.Allotments;
import org.yilianti.incentive.appropriation.Appropriations;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.LastConnection;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.web.PageRequest;
import tools.jackson.databind.JsonNode;

/** Money from its source to its use, every step by two people and every fen in the ledger (I4). */
@ServiceTest
class AppropriationApiTests {

    private static final List<Map<String, String>> PURPOSES =
            List.of(Map.of("code", "vaccination", "name", "预防接种"), Map.of("code", "health-records", "name", "健康档案"));

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource source;

    @Autowired
    Appropriations appropriations;

    @Autowired
    Allotments allotments;

    UUID association;
    PayMonth month;
    UUID a;
    UUID b;

    @BeforeEach
    void twoTowns() {
        association = Ids.next();
        month = new PayMonth(port, institutions, members, records, "2026-10", association);
        a = month.institution("A", 1_000);
        b = month.institution("B", 3_000);
    }

    private UUID announcedPerHead(long rate) {
        Answer answer = month.officer()
                .post("/v1/appropriations", order(Map.of("perHeadFen", rate, "institutionIds", List.of(a, b))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    private static Map<String, Object> order(Map<String, Object> more) {
        Map<String, Object> order = new java.util.HashMap<>(more);
        order.put("name", "基本公共卫生服务补助");
        order.put("source", "county");
        order.put("month", "2026-10");
        order.put("purposes", PURPOSES);
        return order;
    }

    private UUID received(long rate) {
        UUID id = announcedPerHead(rate);
        assertThat(month.reviewer()
                        .post("/v1/appropriations/" + id + "/receipts", Map.of())
                        .status())
                .isEqualTo(200);
        return id;
    }

    private UUID drafted(UUID appropriation, UUID evaluation, long fen, int advance) {
        Answer answer = month.officer()
                .post(
                        "/v1/appropriations/" + appropriation + "/allotments",
                        Map.of(
                                "formula", "population-score",
                                "evaluationId", evaluation,
                                "amountFen", fen,
                                "advancePercent", advance));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.id();
    }

    private Answer decide(TestApi who, UUID allotment, String step) {
        return who.post("/v1/allotments/" + allotment + "/" + step, Map.of());
    }

    private Answer propose(UUID allotment, UUID evaluation) {
        return month.officer()
                .post("/v1/allotments/" + allotment + "/settlement-proposals", Map.of("evaluationId", evaluation));
    }

    private Answer use(TestApi who, UUID appropriation, String code, String purpose, long fen) {
        return who.post(
                "/v1/appropriations/" + appropriation + "/uses",
                Map.of(
                        "institutionCode", code,
                        "purpose", purpose,
                        "amountFen", fen,
                        "usedOn", "2026-10-20",
                        "reference", "voucher 1"));
    }

    private long balance(String account) {
        JsonNode items = month.auditor().get("/v1/ledger/trial-balance").json().path("items");
        long sum = 0;
        long found = 0;
        for (JsonNode one : items) {
            long debit = one.path("debitFen").asLong() - one.path("creditFen").asLong();
            sum += debit;
            found += one.path("account").asString().startsWith(account) ? debit : 0;
        }
        assertThat(sum).as("the ledger balances").isZero();
        return found;
    }

    /** Many readers at once do not wait for one another; I4. */
    @Test
    void aPageOfAppropriationsOrAllotmentsIsReadWithOneConnection() throws SQLException {
        UUID first = received(100);
        UUID second = announcedPerHead(7);
        UUID allotment = drafted(first, month.evaluated(Map.of(a, "1", b, "0.5"), Map.of()), 1_000, 50);
        PageRequest page = new PageRequest(10, null);
        assertThat(LastConnection.of(source, () -> appropriations.list(association, page)))
                .isEqualTo(List.of(appropriations.get(association, first), appropriations.get(association, second)))
                .allMatch(one -> one.purposes().size() == 2 && one.catchments().size() == 2);
        assertThat(LastConnection.of(source, () -> allotments.of(association, first, page)))
                .isEqualTo(List.of(allotments.get(association, allotment)))
                .allMatch(one -> one.shares().size() == 2);
    }

    /** I4: what is used was used; a day that no calendar holds is no reason to fail. */
    @Test
    void moneyIsNotUsedInTheFutureNorInAntiquity() {
        UUID appropriation = received(100);
        for (String day : List.of("2999-01-01", "+999999999-12-31", "-0044-03-15")) {
            Answer refused = month.officer()
                    .post(
                            "/v1/appropriations/" + appropriation + "/uses",
                            Map.of(
                                    "institutionCode", "A",
                                    "purpose", "vaccination",
                                    "amountFen", 1,
                                    "usedOn", day,
                                    "reference", "voucher 1"));
            assertThat(refused.code()).as(day).isEqualTo("appropriation.used-on-invalid");
        }
    }

    @Test
    void moneyPerHeadIsAllottedByScoreAdvancedSettledAndUsedAndTheLedgerKnowsEveryFen() {
        UUID appropriation = received(100);
        UUID evaluation = month.evaluated(Map.of(a, "1", b, "0.5"), Map.of());
        // 400,000 fen for 4,000 people; 1,000 × 1 : 3,000 × 0.5 = 2 : 3.
        UUID allotment = drafted(appropriation, evaluation, 400_000, 70);
        assertThat(decide(month.reviewer(), allotment, "approvals").status()).isEqualTo(200);
        assertThat(balance("cash")).isEqualTo(400_000 - 280_000);
        assertThat(balance("allotted")).isEqualTo(-120_000);
        assertThat(propose(allotment, evaluation).status()).isEqualTo(200);
        Answer settled = decide(month.reviewer(), allotment, "settlements");
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        assertThat(settled.json().path("earnedFen").asLong()).isEqualTo(48_000 + 36_000);
        assertThat(settled.json().path("withheldFen").asLong()).isEqualTo(36_000);
        assertThat(balance("allotted")).isZero();
        assertThat(balance("appropriation:" + appropriation)).isEqualTo(-36_000);
        assertThat(balance("cash")).isEqualTo(36_000);
        TestApi inA = month.limited(Role.PAYROLL_OFFICER, a);
        assertThat(use(inA, appropriation, month.code(a), "vaccination", 150_000)
                        .status())
                .isEqualTo(201);
        JsonNode report = month.auditor()
                .get("/v1/appropriations/" + appropriation + "/supervision")
                .json()
                .path("items");
        assertThat(report.path(0).path("usedByPurpose").path("vaccination").asLong())
                .isEqualTo(150_000);
        assertThat(report.path(0).path("unusedFen").asLong()).isEqualTo(160_000 - 150_000);
        assertThat(report.path(1).path("withheldFen").asLong()).isEqualTo(36_000);
        assertThat(report.path(1).path("receivedFen").asLong()).isEqualTo(204_000);
    }

    @Test
    void whatWasWithheldMayBeAllottedAgainAndNoMoreThanThat() {
        UUID appropriation = received(100);
        UUID evaluation = month.evaluated(Map.of(a, "1", b, "0.5"), Map.of());
        UUID first = drafted(appropriation, evaluation, 400_000, 70);
        UUID tooMuch = drafted(appropriation, evaluation, 1, 0);
        decide(month.reviewer(), first, "approvals");
        Answer refused = decide(month.reviewer(), tooMuch, "approvals");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("appropriation.not-enough");
        propose(first, evaluation);
        decide(month.reviewer(), first, "settlements");
        assertThat(decide(month.reviewer(), tooMuch, "approvals").status()).isEqualTo(200);
        UUID rest = drafted(appropriation, evaluation, 36_000, 0);
        assertThat(decide(month.reviewer(), rest, "approvals").code()).isEqualTo("appropriation.not-enough");
    }

    @Test
    void anEntrustedTaskIsPaidWholeAndFixedAmountsAsTheyAreGiven() {
        UUID appropriation = received(100);
        String address = "/v1/appropriations/" + appropriation + "/allotments";
        Map<String, Object> task = Map.of(
                "formula",
                "entrusted-task",
                "amounts",
                List.of(Map.of("institutionId", a, "amountFen", 12_345)),
                "advancePercent",
                10);
        UUID id = month.officer().post(address, task).id();
        Answer approved = decide(month.reviewer(), id, "approvals");
        assertThat(approved.json().path("status").asString()).isEqualTo("settled");
        assertThat(approved.json().path("advanceFen").asLong()).isEqualTo(12_345);
        assertThat(propose(id, month.evaluated(Map.of(a, "1"), Map.of())).code())
                .isEqualTo("appropriation.allotment-state");
        Map<String, Object> two = Map.of(
                "formula",
                "entrusted-task",
                "amounts",
                List.of(Map.of("institutionId", a, "amountFen", 1), Map.of("institutionId", b, "amountFen", 1)),
                "advancePercent",
                10);
        assertThat(month.officer().post(address, two).code()).isEqualTo("appropriation.task-is-for-one");
        Map<String, Object> twice = Map.of(
                "formula",
                "fixed",
                "amounts",
                List.of(Map.of("institutionId", a, "amountFen", 1), Map.of("institutionId", a, "amountFen", 1)),
                "advancePercent",
                10);
        assertThat(month.officer().post(address, twice).code()).isEqualTo("appropriation.institution-repeated");
    }

    @Test
    void everyMoneyStepNeedsAnotherPersonInTheDatabaseToo() {
        TestApi both = new TestApi(port)
                .as(TestCaller.named("payroll")
                        .of(association)
                        .with(Role.PAYROLL_OFFICER, "*")
                        .with(Role.PAYROLL_REVIEWER, "*"));
        UUID appropriation = announcedPerHead(1);
        assertThat(both.post("/v1/appropriations/" + appropriation + "/receipts", Map.of())
                        .code())
                .isEqualTo("appropriation.same-person");
        month.reviewer().post("/v1/appropriations/" + appropriation + "/receipts", Map.of());
        UUID allotment = drafted(appropriation, month.evaluated(Map.of(a, "1"), Map.of()), 100, 50);
        assertThat(decide(both, allotment, "approvals").code()).isEqualTo("appropriation.same-person");
        assertThatThrownBy(() -> jdbc.sql(
                                "update allotment set approved_by = drafted_by, status = 'advanced' where id = ?")
                        .param(Ids.bytes(allotment))
                        .update())
                .hasStackTraceContaining("allotment_second_person");
        TestApi tired = new TestApi(port)
                .as(TestCaller.named("reviewer")
                        .of(association)
                        .with(Role.PAYROLL_REVIEWER, "*")
                        .signedInFor(Duration.ofHours(1)));
        assertThat(decide(tired, allotment, "approvals").code()).isEqualTo("access.sign-in-again");
    }

    @Test
    void aStormOfApprovalsPaysOnce() throws Exception {
        UUID appropriation = received(1);
        UUID allotment = drafted(appropriation, month.evaluated(Map.of(a, "1"), Map.of()), 4_000, 100);
        String address = "/v1/allotments/" + allotment + "/approvals";
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.addAll(IntStream.range(0, 24)
                    .mapToObj(
                            i -> storm.submit(() -> month.reviewer().post(address, Map.of(), allotment + "-" + i % 8)))
                    .toList());
        }
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
        }
        assertThat(balance("cash")).isZero();
        assertThat(balance("appropriation")).isZero();
    }

    @Test
    void anInstitutionUsesNoMoreThanItWasPaidAndOnlyForAPurposeOfTheMoney() throws Exception {
        UUID appropriation = received(1);
        decide(
                month.reviewer(),
                drafted(appropriation, month.evaluated(Map.of(a, "1"), Map.of()), 1_000, 100),
                "approvals");
        TestApi inA = month.limited(Role.PAYROLL_OFFICER, a);
        assertThat(use(inA, appropriation, month.code(a), "banquet", 1).code())
                .isEqualTo("appropriation.purpose-unknown");
        assertThat(use(inA, appropriation, month.code(b), "vaccination", 1).status())
                .isEqualTo(403);
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> storm.submit(() -> use(inA, appropriation, month.code(a), "vaccination", 300)))
                    .toList();
            int recorded = 0;
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
                recorded += answer.get().status() == 201 ? 1 : 0;
            }
            assertThat(recorded).isEqualTo(3);
        }
        String uses = "/v1/appropriations/" + appropriation + "/uses";
        String wrong = inA.get(uses).json().path("items").path(0).path("id").asString();
        assertThat(inA.post("/v1/fund-uses/" + wrong + "/reversals", Map.of()).status())
                .isEqualTo(201);
        assertThat(inA.post("/v1/fund-uses/" + wrong + "/reversals", Map.of()).status())
                .isEqualTo(409);
        assertThat(use(inA, appropriation, month.code(a), "health-records", 400).status())
                .isEqualTo(201);
        assertThat(month.limited(Role.PAYROLL_OFFICER, b)
                        .get(uses)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(month.limited(Role.PAYROLL_OFFICER, b)
                        .post("/v1/fund-uses/" + wrong + "/reversals", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithAReason() {
        TestApi officer = month.officer();
        assertThat(officer.post("/v1/appropriations", order(Map.of("amountFen", 5, "currency", "USD")))
                        .code())
                .isEqualTo("fund.currency-not-cny");
        assertThat(officer.post("/v1/appropriations", order(Map.of("amountFen", 5, "perHeadFen", 5)))
                        .code())
                .isEqualTo("appropriation.amount-or-rate");
        assertThat(officer.post(
                                "/v1/appropriations",
                                order(Map.of("perHeadFen", 5, "institutionIds", List.of(Ids.next()))))
                        .code())
                .isEqualTo("appropriation.institution-unknown");
        assertThat(officer.post("/v1/appropriations", order(Map.of("amountFen", 0)))
                        .status())
                .isEqualTo(422);
        UUID announced = announcedPerHead(1);
        UUID evaluation = month.evaluated(Map.of(a, "1"), Map.of());
        assertThat(decide(month.reviewer(), drafted(announced, evaluation, 1, 0), "approvals")
                        .code())
                .isEqualTo("appropriation.not-received");
        TestApi foreign =
                new TestApi(port).as(TestCaller.named("x").of(Ids.next()).with(Role.AUDITOR, "*"));
        assertThat(foreign.get("/v1/appropriations/" + announced).status()).isEqualTo(404);
    }
}
