package org.yilianti.incentive.ledger;

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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Periods of the ledger: balances by account, closing, and what comes after it (I9). Each test has an association of its own. */
@ServiceTest
class LedgerPeriodTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private UUID association;
    private TestApi officer;
    private TestApi reviewer;

    @BeforeEach
    void anAssociation() {
        association = Ids.next();
        TestApi api = new TestApi(port);
        officer = api.as(TestCaller.named("payroll").of(association).with(Role.PAYROLL_OFFICER, "*"));
        reviewer = api.as(TestCaller.named("reviewer").of(association).with(Role.PAYROLL_REVIEWER, "*"));
    }

    @Test
    void nothingIsPostedIntoAClosedPeriodAndALaterFactGoesToTheFirstOpenOne() {
        receive("2020-04", 100);
        receive("2020-05", 20);
        assertThat(close("2020-04").status()).isEqualTo(200);
        assertThat(close("2020-05").json().path("amountFen").asLong()).isEqualTo(20);
        receive("2020-03", 3);
        receive("2020-05", 5);
        receive("2020-07", 700);
        assertThat(debits("2020-04")).isEqualTo(100);
        assertThat(debits("2020-05")).isEqualTo(20);
        assertThat(debits("2020-06")).as("what came too late").isEqualTo(8);
        assertThat(debits("2020-07")).isEqualTo(700);
        assertThat(periods()).containsExactly("2020-04 closed", "2020-05 closed", "2020-06 open", "2020-07 open");
    }

    @Test
    void balancesAreCarriedFromPeriodToPeriodAndSumToNothing() {
        UUID pool = receive("2020-04", 100);
        receive("2020-05", 20);
        JsonNode may = reviewer.get("/v1/ledger/periods/2020-05/trial-balance").json();
        assertThat(may.path("closingFen").asLong()).isZero();
        assertThat(may.path("debitFen").asLong())
                .isEqualTo(may.path("creditFen").asLong())
                .isEqualTo(20);
        JsonNode cash = may.path("items").path(0);
        assertThat(cash.path("account").asString()).isEqualTo("cash");
        assertThat(cash.path("openingFen").asLong()).isEqualTo(100);
        assertThat(cash.path("closingFen").asLong()).isEqualTo(120);
        JsonNode pools = officer.get("/v1/ledger/periods/2020-05/balances?kind=pool&limit=1")
                .json();
        assertThat(pools.path("items").path(0).path("account").asString()).isEqualTo("pool:" + pool);
        assertThat(pools.path("items").path(0).path("closingFen").asLong()).isEqualTo(-100);
        JsonNode next = officer.get("/v1/ledger/periods/2020-05/balances?kind=pool&limit=1&after="
                        + pools.path("next").asString())
                .json();
        assertThat(next.path("items").path(0).path("creditFen").asLong()).isEqualTo(20);
        assertThat(officer.get("/v1/ledger/periods/2020-04/balances?kind=cash")
                        .json()
                        .path("items")
                        .path(0)
                        .path("closingFen")
                        .asLong())
                .as("a period that has passed stays as it was")
                .isEqualTo(100);
        assertThat(officer.get("/v1/ledger/periods/2020-04/balances?kind=gold").status())
                .isEqualTo(400);
    }

    @Test
    void periodsAreClosedInOrderOnceAndOnlyWhenTheyAreOver() {
        receive("2020-04", 100);
        receive("2020-05", 20);
        assertThat(close("2020-05").code()).isEqualTo("ledger.earlier-period-open");
        assertThat(close("2999-01").code()).isEqualTo("ledger.period-not-over");
        assertThat(close("2020-04").status()).isEqualTo(200);
        assertThat(close("2020-04").code()).isEqualTo("ledger.period-closed");
        assertThat(close("2020-06").code()).as("May has entries").isEqualTo("ledger.earlier-period-open");
        assertThat(close("2020-05").status()).isEqualTo(200);
        assertThat(close("2020-03").code()).as("passed by").isEqualTo("ledger.period-closed");
        assertThat(officer.post("/v1/ledger/periods/2020-06/closings", Map.of()).status())
                .as("whoever books does not close")
                .isEqualTo(403);
    }

    /** I9: whoever asked for it does not close it, whatever roles they hold. */
    @Test
    void aPeriodIsClosedBySomebodyElseThanWhoAskedForIt() {
        receive("2020-04", 100);
        String month = "/v1/ledger/periods/2020-04";
        TestApi both = new TestApi(port)
                .as(TestCaller.named("both")
                        .of(association)
                        .with(Role.PAYROLL_OFFICER, "*")
                        .with(Role.PAYROLL_REVIEWER, "*"));
        assertThat(reviewer.post(month + "/closings", Map.of()).code())
                .as("nobody asked for it")
                .isEqualTo("ledger.closing-not-requested");
        assertThat(reviewer.post(month + "/closing-requests", Map.of()).status())
                .isEqualTo(403);
        assertThat(both.post(month + "/closing-requests", Map.of())
                        .json()
                        .path("requestedBy")
                        .asString())
                .isEqualTo("both");
        assertThat(both.post(month + "/closings", Map.of()).code()).isEqualTo("ledger.closing-same-person");
        assertThat(periods()).containsExactly("2020-04 open");
        assertThat(reviewer.post(month + "/closings", Map.of())
                        .json()
                        .path("closedBy")
                        .asString())
                .isEqualTo("reviewer");
        assertThat(both.post(month + "/closing-requests", Map.of()).code()).isEqualTo("ledger.period-closed");
    }

    @Test
    void aMonthBeforeAllCalendarsIsNoPeriod() {
        assertThat(officer.post("/v1/ledger/periods/-0044-03/closing-requests", Map.of())
                        .code())
                .isEqualTo("request.beyond-era");
        assertThat(officer.post("/v1/ledger/periods/1999-12/closing-requests", Map.of())
                        .code())
                .isEqualTo("ledger.month-invalid");
    }

    /** I9, V5: no way around the application either. */
    @Test
    void theDatabaseRefusesAClosingByWhoAskedForIt() {
        receive("2020-04", 100);
        officer.post("/v1/ledger/periods/2020-04/closing-requests", Map.of());
        assertThatThrownBy(() -> jdbc.sql(
                                "update ledger_period set status = 'closed', closed_by = 'payroll', closed_at = now() where association_id = ?")
                        .param(Ids.bytes(association))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void bookingsAndAClosingAtOnceLeaveEachEntryOnOneSideOfIt() throws Exception {
        receive("2020-04", 1);
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UUID>> bookings = IntStream.range(0, 8)
                    .mapToObj(i -> storm.submit(() -> receive("2020-04", 1)))
                    .toList();
            Answer closed = storm.submit(() -> close("2020-04")).get();
            assertThat(closed.status()).as(closed.body()).isEqualTo(200);
            long then = closed.json().path("amountFen").asLong();
            for (Future<UUID> booking : bookings) {
                assertThat(booking.get()).isNotNull();
            }
            assertThat(debits("2020-04"))
                    .as("nothing came into it after it was closed")
                    .isEqualTo(then);
            assertThat(debits("2020-04") + debits("2020-05")).isEqualTo(9);
        }
    }

    private UUID receive(String month, long fen) {
        Answer pool = officer.post(
                "/v1/pay-pools", Map.of("month", month, "name", "pool", "source", "test", "amountFen", fen));
        assertThat(pool.status()).as(pool.body()).isEqualTo(201);
        Answer confirmed = reviewer.post("/v1/pay-pools/" + pool.id() + "/confirmations", Map.of());
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        return pool.id();
    }

    private Answer close(String month) {
        officer.post("/v1/ledger/periods/" + month + "/closing-requests", Map.of());
        return reviewer.post("/v1/ledger/periods/" + month + "/closings", Map.of());
    }

    private long debits(String month) {
        return officer.get("/v1/ledger/periods/" + month + "/trial-balance")
                .json()
                .path("debitFen")
                .asLong();
    }

    private List<String> periods() {
        return officer.get("/v1/ledger/periods")
                .json()
                .path("items")
                .valueStream()
                .map(one ->
                        one.path("month").asString() + " " + one.path("status").asString())
                .toList();
    }
}
