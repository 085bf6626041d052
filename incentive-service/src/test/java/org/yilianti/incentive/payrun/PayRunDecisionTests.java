package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

/** Who may decide what about a run, when, and how often. */
@ServiceTest
class PayRunDecisionTests {

    private static final long POOL = 1_000_003;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth month;
    private UUID place;
    private UUID evaluation;
    private UUID pool;
    private UUID run;

    @BeforeEach
    void aRunOverTwoPeople() {
        month = new PayMonth(port, institutions, members, records);
        place = month.institution("A", 1000);
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        month.service(month.member("2", "senior"), place, "duty", 60, false);
        evaluation = month.evaluated(Map.of(place, "1"), Map.of());
        pool = month.pool(POOL);
        run = month.run(evaluation, pool);
    }

    @Test
    void nobodyReviewsWhatTheyMadeOrCalculated() {
        month.calculate(run);
        TestApi both = new TestApi(port)
                .as(TestCaller.named("payroll").with(Role.PAYROLL_OFFICER, "*").with(Role.PAYROLL_REVIEWER, "*"));
        Answer refused = month.review(both, run, true);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("payrun.reviewer-is-maker");
        assertThat(month.read(run).json().path("status").asString()).isEqualTo("calculated");
        assertThat(month.review(month.reviewer(), run, true).status()).isEqualTo(200);
    }

    @Test
    void theDatabaseRefusesTheMakerAsReviewerToo() {
        month.calculate(run);
        assertThatThrownBy(
                        () -> jdbc.sql("update pay_run set reviewed_by = created_by, status = 'reviewed' where id = ?")
                                .param(Ids.bytes(run))
                                .update())
                .hasStackTraceContaining("pay_run_maker_is_not_checker");
    }

    @Test
    void whoMadeARunFinalDoesNotPayIt() {
        month.calculate(run);
        month.review(month.reviewer(), run, true);
        month.decide(month.officer(), run, "notices");
        assertThat(month.decide(month.officer(), run, "finalisations").status()).isEqualTo(200);
        Answer refused = month.decide(month.officer(), run, "payments");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("payrun.payer-finalised");
        assertThat(month.read(run).json().path("status").asString()).isEqualTo("final");
    }

    @Test
    void theDatabaseRefusesWhoMadeItFinalAsPayerToo() {
        month.bringToFinal(run);
        assertThatThrownBy(() -> jdbc.sql("update pay_run set paid_by = finalised_by where id = ?")
                        .param(Ids.bytes(run))
                        .update())
                .hasStackTraceContaining("pay_run_second_person_pays");
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        for (String step : List.of("notices", "finalisations", "payments")) {
            Answer refused = month.decide(month.officer(), run, step);
            assertThat(refused.status()).as(step).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("payrun.state");
        }
        assertThat(month.review(month.reviewer(), run, true).status()).isEqualTo(409);
    }

    @Test
    void theSamePaymentRequestedAgainGivesTheSameAnswerAndPaysOnce() {
        month.bringToFinal(run);
        String address = "/v1/pay-runs/" + run + "/payments";
        String key = UUID.randomUUID().toString();
        Answer first = month.officer().post(address, Map.of(), key);
        Answer again = month.officer().post(address, Map.of(), key);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(month.decide(month.officer(), run, "payments").code()).isEqualTo("payrun.state");
        assertPaidOnce();
    }

    @Test
    void aStormOfParallelPaymentsPaysOnce() throws Exception {
        month.bringToFinal(run);
        String address = "/v1/pay-runs/" + run + "/payments";
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 24)
                    .mapToObj(i -> storm.submit(() -> month.officer().post(address, Map.of(), run + "-" + i % 8)))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
            }
            assertThat(answers.stream().filter(answer -> status(answer) == 200)).isNotEmpty();
        }
        assertPaidOnce();
    }

    private static int status(Future<Answer> answer) {
        return answer.resultNow().status();
    }

    private void assertPaidOnce() {
        assertThat(jdbc.sql("select sum(amount_fen) from pay_payment where run_id = ?")
                        .param(Ids.bytes(run))
                        .query(Long.class)
                        .single())
                .isEqualTo(POOL);
        assertThat(jdbc.sql("select sum(amount_fen) from ledger_entry where source_id = ? and kind = 'pay-released'")
                        .param(Ids.bytes(run))
                        .query(Long.class)
                        .single())
                .isEqualTo(POOL);
        assertThat(month.read(run).json().path("paidFen").asLong()).isEqualTo(POOL);
    }

    @Test
    void theDatabaseRefusesASecondPaymentOfTheSameItem() {
        month.bringToFinal(run);
        month.decide(month.officer(), run, "payments");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into pay_payment (run_id, member_id, item, association_id, amount_fen, paid_at)
                                select run_id, member_id, item, association_id, amount_fen, paid_at from pay_payment where run_id = ?
                                """).param(Ids.bytes(run)).update())
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void aPoolServesOneRunUntilThatIsCancelled() {
        Map<String, Object> again = Map.of("month", PayMonth.MONTH, "evaluationId", evaluation, "poolId", pool);
        assertThat(month.officer().post("/v1/pay-runs", again).code()).isEqualTo("payrun.pool-used");
        Answer cancelled =
                month.officer().post("/v1/pay-runs/" + run + "/cancellations", Map.of("reason", "wrong evaluation"));
        assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
        assertThat(month.officer().post("/v1/pay-runs", again).status()).isEqualTo(201);
        assertThat(month.decide(month.officer(), run, "calculations").code()).isEqualTo("payrun.state");
    }

    @Test
    void aFinalRunCannotBeCancelled() {
        month.bringToFinal(run);
        Answer refused = month.officer().post("/v1/pay-runs/" + run + "/cancellations", Map.of("reason", "too late"));
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void aRejectedRunGoesBackToDraftAndIsCalculatedAgain() {
        month.calculate(run);
        Answer back = month.review(month.reviewer(), run, false);
        assertThat(back.json().path("status").asString()).isEqualTo("draft");
        assertThat(back.json().path("payableFen").asLong()).isZero();
        assertThat(month.officer()
                        .get("/v1/pay-runs/" + run + "/statements")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(month.calculate(run).json().path("payableFen").asLong()).isEqualTo(POOL);
    }

    @Test
    void arithmeticIsRepeatedUntilReviewAndNotAfter() {
        month.calculate(run);
        assertThat(month.calculate(run).json().path("version").asLong())
                .as("drafted, calculated, recalled, calculated")
                .isEqualTo(4);
        month.review(month.reviewer(), run, true);
        assertThat(month.decide(month.officer(), run, "calculations").code()).isEqualTo("payrun.state");
    }

    @Test
    void monthsMustAgree() {
        Answer refused = month.officer()
                .post("/v1/pay-runs", Map.of("month", "2026-08", "evaluationId", evaluation, "poolId", pool));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("payrun.month-differs");
    }

    @Test
    void aMonthOrAmountThatCannotBeIsRefused() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("month", "+12345-01", "name", "x", "source", "x", "amountFen", 1),
                Map.of("month", "2026-10", "name", "x", "source", "x", "amountFen", 0),
                Map.of("month", "2026-10", "name", "x", "source", "x", "amountFen", -5),
                Map.of("month", "2026-10", "name", "x", "source", "x", "amountFen", Long.MAX_VALUE),
                Map.of("month", "2026-10", "name", "x", "source", "x", "amountFen", "1.5"))) {
            assertThat(month.officer().post("/v1/pay-pools", bad).status())
                    .as("%s", bad)
                    .isIn(400, 422);
        }
    }

    @Test
    void moneyThatIsNotYuanIsRefusedAndYuanMayBeNamed() {
        Map<String, Object> dollars =
                Map.of("month", "2026-10", "name", "x", "source", "x", "amountFen", 1, "currency", "USD");
        Answer refused = month.officer().post("/v1/pay-pools", dollars);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("fund.currency-not-cny");
        assertThat(month.officer()
                        .post(
                                "/v1/pay-pools",
                                Map.of(
                                        "month",
                                        "2026-10",
                                        "name",
                                        "x",
                                        "source",
                                        "x",
                                        "amountFen",
                                        1,
                                        "currency",
                                        "CNY"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void staffSeeTheirStatementFromTheNoticeOnAndNobodyElses() {
        month.calculate(run);
        month.review(month.reviewer(), run, true);
        TestApi one = month.staff(month.staffNo("1"));
        assertThat(one.get("/v1/my/pay-statements").json().path("items")).isEmpty();
        month.decide(month.officer(), run, "notices");
        String own = one.get("/v1/my/pay-statements")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(one.get("/v1/pay-statements/" + own).status()).isEqualTo(200);
        Answer printed = one.get("/v1/pay-statements/" + own + "/document");
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(printed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(month.staff(month.staffNo("2"))
                        .get("/v1/pay-statements/" + own)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherAssociationSeesAndDecidesNothing() {
        TestApi stranger = new TestApi(port)
                .as(TestCaller.named("payroll").with(Role.PAYROLL_OFFICER, "*").of(UUID.randomUUID()));
        assertThat(stranger.get("/v1/pay-runs/" + run).status()).isEqualTo(404);
        assertThat(month.decide(stranger, run, "calculations").status()).isEqualTo(404);
        assertThat(stranger.get("/v1/pay-runs/" + run + "/statements").json().path("items"))
                .isEmpty();
        assertThat(stranger.get("/v1/ledger/trial-balance").json().path("items"))
                .isEmpty();
        assertThat(stranger.get("/v1/pay-pools/" + pool).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/evaluations/" + evaluation).status()).isEqualTo(404);
    }

    @Test
    void anOfficerOfOneInstitutionDecidesNoRun() {
        TestApi limited = month.limited(Role.PAYROLL_OFFICER, place);
        for (String step : List.of("calculations", "notices", "finalisations", "payments")) {
            Answer refused = month.decide(limited, run, step);
            assertThat(refused.status()).as(step).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("access.institution");
        }
        assertThat(limited.get("/v1/pay-runs/" + run).status()).isEqualTo(403);
        assertThat(limited.get("/v1/ledger/trial-balance").status()).isEqualTo(403);
        assertThat(limited.get("/v1/pay-pools").status()).isEqualTo(403);
    }
}
