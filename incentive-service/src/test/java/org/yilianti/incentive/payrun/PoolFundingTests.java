package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Unused money of appropriations feeds the performance pay of a month (I4, I5): as a use, by two people, to the fen. */
@ServiceTest
class PoolFundingTests {

    private static final String PATH = "/v1/pool-fundings";

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    private UUID association;
    private PayMonth month;
    private UUID a;
    private UUID b;
    private UUID evaluation;
    private UUID first;
    private UUID second;

    /** Two appropriations of which institution A was paid 250 and B 750 fen each. */
    @BeforeEach
    void twoTownsThatWerePaid() {
        association = Ids.next();
        month = new PayMonth(port, institutions, members, records, "2026-10", association);
        a = month.institution("A", 1_000);
        b = month.institution("B", 3_000);
        month.service(month.member("ann", "junior"), a, "duty", 60, false);
        month.service(month.member("bob", "junior"), b, "duty", 60, false);
        evaluation = month.evaluated(Map.of(a, "1", b, "1"), Map.of());
        first = advanced();
        second = advanced();
    }

    private UUID advanced() {
        UUID id = month.officer()
                .post(
                        "/v1/appropriations",
                        Map.of(
                                "name", "绩效补助",
                                "source", "county",
                                "month", "2026-10",
                                "amountFen", 1_000,
                                "purposes", List.of(Map.of("code", "pay", "name", "绩效工资"))))
                .id();
        String address = "/v1/appropriations/" + id;
        month.reviewer().post(address + "/receipts", Map.of());
        UUID allotment = month.officer()
                .post(
                        address + "/allotments",
                        Map.of(
                                "formula",
                                "population-score",
                                "evaluationId",
                                evaluation,
                                "amountFen",
                                1_000,
                                "advancePercent",
                                100))
                .id();
        assertThat(month.reviewer()
                        .post("/v1/allotments/" + allotment + "/approvals", Map.of())
                        .status())
                .isEqualTo(200);
        return id;
    }

    private Map<String, Object> part(UUID appropriation, UUID institution, long fen) {
        return Map.of(
                "appropriationId",
                appropriation,
                "institutionCode",
                month.code(institution),
                "purpose",
                "pay",
                "amountFen",
                fen);
    }

    private Answer request(List<Map<String, Object>> parts) {
        return month.officer().post(PATH, Map.of("month", "2026-10", "name", "联合绩效池", "parts", parts));
    }

    private Answer approve(UUID funding) {
        return month.reviewer().post(PATH + "/" + funding + "/approvals", Map.of());
    }

    @Test
    void severalFundsFeedOnePoolThatIsPaidAndTheLedgerBalances() {
        long cash = balance("cash");
        Answer requested = request(List.of(part(first, a, 200), part(first, b, 700), part(second, b, 100)));
        assertThat(requested.status()).as(requested.body()).isEqualTo(201);
        assertThat(used(first)).as("not before it is approved").isEqualTo(List.of(0L, 0L));
        Answer approved = approve(requested.id());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        UUID pool = UUID.fromString(approved.json().path("poolId").asString());
        assertThat(month.auditor()
                        .get("/v1/pay-pools/" + pool)
                        .json()
                        .path("amountFen")
                        .asLong())
                .isEqualTo(1_000);
        assertThat(used(first)).isEqualTo(List.of(200L, 700L));
        assertThat(used(second)).isEqualTo(List.of(0L, 100L));
        assertThat(balance("cash")).isEqualTo(cash + 1_000);
        assertThat(balance("pool:" + pool)).isEqualTo(-1_000);

        UUID run = month.run(evaluation, pool);
        month.bringToFinal(run);
        assertThat(month.decide(month.officer(), run, "payments").status()).isEqualTo(200);
        assertThat(month.amounts(run)).isEqualTo(Map.of("ann", 250L, "bob", 750L));
        assertThat(balance("cash")).isEqualTo(cash);
    }

    @Test
    void moreThanIsLeftIsRefusedAndNothingOfItIsDone() {
        UUID all = request(List.of(part(first, a, 250), part(second, a, 251))).id();
        Answer refused = approve(all);
        assertThat(refused.code()).isEqualTo("appropriation.used-up");
        assertThat(used(first)).isEqualTo(List.of(0L, 0L));
        assertThat(month.auditor().get(PATH + "/" + all).json().path("status").asString())
                .isEqualTo("requested");
        assertThat(balance("pool:")).isZero();
    }

    @Test
    void whoAskedForItDoesNotApproveItAndOfManyApprovalsOneCounts() throws Exception {
        UUID funding = request(List.of(part(first, a, 100))).id();
        TestApi same =
                new TestApi(port).as(TestCaller.named("payroll").of(association).with(Role.PAYROLL_REVIEWER, "*"));
        assertThat(same.post(PATH + "/" + funding + "/approvals", Map.of()).code())
                .isEqualTo("appropriation.funding-same-person");
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 5)
                    .mapToObj(i -> storm.submit(() -> approve(funding)))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
            }
            assertThat(answers.stream().filter(one -> one.resultNow().status() == 200))
                    .hasSize(1);
        }
        assertThat(used(first)).isEqualTo(List.of(100L, 0L));
    }

    @Test
    void aRejectedOneTakesNothingAndIsNotApprovedLater() {
        UUID funding = request(List.of(part(first, a, 100))).id();
        assertThat(month.reviewer()
                        .post(PATH + "/" + funding + "/rejections", Map.of("reason", "for vaccines"))
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("for vaccines");
        assertThat(approve(funding).code()).isEqualTo("appropriation.funding-decided");
        assertThat(used(first)).isEqualTo(List.of(0L, 0L));
    }

    @Test
    void whatWentIntoAPoolIsNotTakenBack() {
        approve(request(List.of(part(first, a, 100))).id());
        String use = month.auditor()
                .get("/v1/appropriations/" + first + "/uses")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(month.officer()
                        .post("/v1/fund-uses/" + use + "/reversals", Map.of())
                        .code())
                .isEqualTo("appropriation.feeds-pool");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(request(List.of(part(first, a, 1), part(first, a, 2))).code())
                .isEqualTo("appropriation.funding-twice");
        Map<String, Object> foreign = new java.util.HashMap<>(part(first, a, 1));
        foreign.put("purpose", "cars");
        assertThat(request(List.of(foreign)).code()).isEqualTo("appropriation.purpose-unknown");
        assertThat(request(List.of(part(Ids.next(), a, 1))).status()).isEqualTo(404);
        assertThat(request(List.of()).status()).isEqualTo(422);
        assertThat(request(List.of(part(first, a, 0))).status()).isEqualTo(422);
        assertThat(month.officer()
                        .post(PATH, Map.of("month", "2999-10", "name", "n", "parts", List.of(part(first, a, 1))))
                        .code())
                .isEqualTo("fund.month-invalid");
        assertThat(month.limited(Role.PAYROLL_OFFICER, a).get(PATH).status()).isEqualTo(403);
    }

    private List<Long> used(UUID appropriation) {
        return month.auditor()
                .get("/v1/appropriations/" + appropriation + "/supervision")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("usedFen").asLong())
                .toList();
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
}
