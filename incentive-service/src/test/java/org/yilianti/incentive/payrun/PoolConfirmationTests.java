package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.springframework.dao.DataAccessException;
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

/** Money for pay that is entered by hand is there once a second person has confirmed it (I4, I5, I6). */
@ServiceTest
class PoolConfirmationTests {

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

    private UUID association;
    private PayMonth month;
    private UUID pool;

    @BeforeEach
    void aProposedPool() {
        association = Ids.next();
        month = new PayMonth(port, institutions, members, records, "2026-10", association);
        pool = month.proposedPool(1_000, "performance");
    }

    private String address() {
        return "/v1/pay-pools/" + pool;
    }

    private Answer confirm(TestApi who) {
        return who.post(address() + "/confirmations", Map.of());
    }

    private Answer reject(TestApi who) {
        return who.post(address() + "/rejections", Map.of("reason", "尚未到账"));
    }

    private List<String> ledger() {
        return month.auditor()
                .get("/v1/ledger/trial-balance")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("account").asString() + " "
                        + (one.path("debitFen").asLong() - one.path("creditFen").asLong()))
                .toList();
    }

    @Test
    void nothingIsBookedAndNoRunSpendsItBeforeItIsConfirmed() {
        UUID a = month.institution("A", 1_000);
        month.service(month.member("ann", "junior"), a, "duty", 60, false);
        UUID evaluation = month.evaluated(Map.of(a, "1"), Map.of());
        Map<String, Object> draft = Map.of("month", "2026-10", "evaluationId", evaluation, "poolId", pool);
        Answer refused = month.officer().post("/v1/pay-runs", draft);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("fund.pool-not-confirmed");
        assertThat(ledger()).isEmpty();

        Answer confirmed = confirm(month.reviewer());
        assertThat(confirmed.json().path("status").asString())
                .as(confirmed.body())
                .isEqualTo("confirmed");
        assertThat(confirmed.json().path("createdBy").asString()).isEqualTo("payroll");
        assertThat(confirmed.json().path("decidedBy").asString()).isEqualTo("reviewer");
        assertThat(ledger()).containsExactlyInAnyOrder("cash 1000", "pool:" + pool + " -1000");
        UUID run = month.run(evaluation, pool);
        month.bringToFinal(run);
        assertThat(month.amounts(run)).isEqualTo(Map.of("ann", 1_000L));
    }

    @Test
    void whoProposedItNeitherConfirmsNorRejectsIt() {
        TestApi same =
                new TestApi(port).as(TestCaller.named("payroll").of(association).with(Role.PAYROLL_REVIEWER, "*"));
        for (Answer refused : List.of(confirm(same), reject(same))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("fund.pool-same-person");
        }
        assertThat(ledger()).isEmpty();
        assertThatThrownBy(() -> jdbc.sql(
                                "update pay_pool set status = 'confirmed', decided_by = created_by, decided_at = now(6) where id = ?")
                        .param(Ids.bytes(pool))
                        .update())
                .as("the database neither")
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("pay_pool_second_person");
    }

    @Test
    void ofManyConfirmationsOneCountsAndARepeatedOneIsTheSame() throws Exception {
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 5)
                    .mapToObj(i -> storm.submit(() -> confirm(month.reviewer())))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
            }
            assertThat(answers.stream().filter(one -> one.resultNow().status() == 200))
                    .hasSize(1);
        }
        assertThat(confirm(month.reviewer()).code()).isEqualTo("fund.pool-decided");
        assertThat(ledger()).containsExactlyInAnyOrder("cash 1000", "pool:" + pool + " -1000");
    }

    @Test
    void aRejectedOneIsNeitherConfirmedNorSpent() {
        assertThat(month.reviewer()
                        .post(address() + "/rejections", Map.of("reason", " "))
                        .status())
                .as("without a reason")
                .isEqualTo(422);
        Answer rejected = reject(month.reviewer());
        assertThat(rejected.json().path("reason").asString())
                .as(rejected.body())
                .isEqualTo("尚未到账");
        assertThat(confirm(month.reviewer()).code()).isEqualTo("fund.pool-decided");
        UUID a = month.institution("A", 1_000);
        UUID evaluation = month.evaluated(Map.of(a, "1"), Map.of());
        assertThat(month.officer()
                        .post("/v1/pay-runs", Map.of("month", "2026-10", "evaluationId", evaluation, "poolId", pool))
                        .code())
                .isEqualTo("fund.pool-not-confirmed");
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aRepeatedRequestIsAnsweredOnceAndTheSame() {
        String key = UUID.randomUUID().toString();
        Answer first = month.reviewer().post(address() + "/confirmations", Map.of(), key);
        Answer again = month.reviewer().post(address() + "/confirmations", Map.of(), key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(jdbc.sql("select count(*) from ledger_entry where source_id = ?")
                        .param(Ids.bytes(pool))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyWhatWasReadIsConfirmedAndItLeavesATrace() throws Exception {
        assertThat(confirmAsRead("\"7\"")).isEqualTo(412);
        assertThat(confirmAsRead("\"1\"")).isEqualTo(200);
        assertThat(jdbc.sql("select concat(action, ' ', actor) from audit_entry where subject_id = ? order by sequence")
                        .param(pool.toString())
                        .query(String.class)
                        .list())
                .containsExactly("pool.proposed payroll", "pool.received reviewer");
    }

    private int confirmAsRead(String version) throws Exception {
        TestCaller reviewer = TestCaller.named("reviewer").of(association).with(Role.PAYROLL_REVIEWER, "*");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + address() + "/confirmations"))
                .header("Authorization", "Bearer " + reviewer.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", version)
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
