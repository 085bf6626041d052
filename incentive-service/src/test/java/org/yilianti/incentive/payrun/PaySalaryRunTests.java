package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.scheme;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.term;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import tools.jackson.databind.JsonNode;

/** Post salaries and allowances in a run: off the pool first, explained, booked, recomputed, corrected and simulated (I5, I6, I7). */
@ServiceTest
class PaySalaryRunTests {

    private static final String MONTH = "2026-10";

    @LocalServerPort
    int port;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    PayMonth month;
    UUID a;
    UUID b;
    UUID one;
    UUID two;

    @BeforeEach
    void twoPeopleAtTwoPlaces() {
        month = new PayMonth(port, institutions, members, records, MONTH, Ids.next());
        a = month.institution("A", 1_000);
        b = month.institution("B", 1_000);
        one = month.member("1", "junior");
        two = month.member("2", "senior");
        month.service(one, a, "duty", 300, false);
        month.service(one, b, "duty", 100, true);
        month.service(two, b, "duty", 60, false);
    }

    /** Salaries of 400 and 800 fen, 50 for a night, 30 for a further site. */
    private static Map<String, Object> salaries(String name) {
        return scheme(
                name,
                MONTH,
                term(
                        "post-salary",
                        "salary",
                        Map.of(
                                "rates",
                                List.of(
                                        Map.of("title", "senior", "category", "physician", "fen", 800),
                                        Map.of("fen", 400)))),
                term("night-allowance", "nights", Map.of("fenPerService", 50)),
                term("multi-site-allowance", "sites", Map.of("fenPerSite", 30)));
    }

    private void published(Map<String, Object> document) {
        UUID id = month.officer().post("/v1/pay-schemes", document).id();
        Answer answer = month.reviewer().post("/v1/pay-schemes/" + id + "/publications", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private UUID run(long pool) {
        return month.run(month.evaluated(Map.of(a, "1", b, "1"), Map.of()), month.pool(pool));
    }

    private void assertSameBytesAgain(UUID run) {
        JsonNode again =
                month.auditor().get("/v1/pay-runs/" + run + "/recomputation").json();
        assertThat(again.path("identical").asBoolean()).as(again.toString()).isTrue();
    }

    @Test
    void salariesAndAllowancesComeOffThePoolAndTheRestIsSplitByPoints() {
        published(salaries("salaries"));
        UUID run = run(2_280);
        JsonNode calculated = month.calculate(run).json();
        assertThat(calculated.path("status").asString())
                .as(calculated.toString())
                .isEqualTo("calculated");
        // 1,200 of salaries, a night of 50, a further site of 30; the other 1,000 are 500 for A and 500 for B, there
        // 150 : 120 points.
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 400L + 50 + 30 + 500 + 278, "2", 800L + 222));
        assertThat(calculated.path("institutions").valueStream().map(at -> at.path("fixedFen")
                        .asLong()))
                .containsExactly(300L, 980L);
        assertSameBytesAgain(run);
        JsonNode lines = month.statement(run, "1").path("lines");
        assertThat(lines.path(1).path("fixedFen").asLong()).isEqualTo(180);
        assertThat(lines.path(1)
                        .path("terms")
                        .valueStream()
                        .map(term -> term.path("code").asString() + " "
                                + term.path("value").asString() + " "
                                + term.path("quantity").asString()))
                .contains("salary 1.00 100", "nights 0.50 1", "sites 0.30 1");
    }

    @Test
    void whoEarnsNoPointsStillHasTheSalary() {
        published(salaries("quality"));
        UUID run =
                month.run(month.evaluated(Map.of(a, "1", b, "1"), Map.of(month.staffNo("2"), "0")), month.pool(2_280));
        month.calculate(run);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 480L + 1_000, "2", 800L));
        assertSameBytesAgain(run);
    }

    @Test
    void theLedgerBalancesAndEverybodyIsPaidTheWholeStatement() {
        published(salaries("ledger"));
        UUID run = run(2_280);
        month.bringToFinal(run);
        Answer paid = month.decide(month.officer(), run, "payments");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        for (JsonNode account :
                month.auditor().get("/v1/ledger/trial-balance").json().path("items")) {
            assertThat(account.path("debitFen").asLong())
                    .as(account.toString())
                    .isEqualTo(account.path("creditFen").asLong());
        }
    }

    @Test
    void aPoolThatDoesNotCoverTheSalariesIsRefusedWithBothAmounts() {
        published(salaries("short"));
        UUID run = run(1_279);
        JsonNode failure = month.calculate(run).json().path("calculation").path("failure");
        assertThat(failure.path("code").asString()).isEqualTo("payrun.pool-below-fixed");
        assertThat(failure.path("message").asString()).contains("12.79", "12.80");
    }

    @Test
    void aRecalculationStartsAnewAndAPoolOfJustTheSalariesGivesNothingElse() {
        published(salaries("exact"));
        UUID run = run(1_280);
        month.calculate(run);
        month.calculate(run);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 480L, "2", 800L));
        assertSameBytesAgain(run);
    }

    @Test
    void aLateNightIsSettledByTheNextRunWithItsAllowance() {
        published(salaries("late"));
        month.arrive();
        month.paid(2_280, a, b);
        month.service(two, b, "duty", 60, true);
        month.arrive();
        PayMonth next = month.in("2026-11");
        next.service(one, a, "duty", 600, false);
        next.service(two, b, "duty", 60, false);
        next.arrive();
        UUID run = next.run(next.evaluated(Map.of(a, "1", b, "1"), Map.of()), next.pool(5_000));
        assertThat(next.calculate(run).json().path("status").asString()).isEqualTo("calculated");
        // 50 more come off, so that 475 are left for each place; at B points are 150 : 300 now.
        assertThat(corrections(next, run, "2")).containsExactly(800L + 50 + 317);
        assertThat(corrections(next, run, "1")).containsExactlyInAnyOrder(300L + 475, 100L + 50 + 30 + 158);
        assertSameBytesAgain(run);
    }

    /** By hand: 70 fen for each service under a call-up come off the pool; at B points are 150 : 360. */
    @Test
    void serviceUnderAnEmergencyCallUpEarnsItsAllowanceAndOneNamedLateIsSettledByTheNextRun() {
        published(scheme("emergency", MONTH, term("emergency-allowance", "emergency", Map.of("fenPerService", 70))));
        month.service(two, b, "duty", 60, false, "EM-2026-003");
        UUID unnamed = month.service(two, b, "duty", 60, false);
        UUID run = month.paid(2_000, a, b);
        assertThat(month.amounts(run)).isEqualTo(Map.of("1", 965L + 284, "2", 681L + 70));
        assertSameBytesAgain(run);
        JsonNode line = month.statement(run, "2").path("lines").path(0);
        assertThat(line.path("records").valueStream().map(one -> one.path("callUp")
                        .asString("")))
                .containsExactlyInAnyOrder("", "EM-2026-003", "");
        assertThat(line.path("terms")
                        .valueStream()
                        .map(term -> term.path("code").asString() + " "
                                + term.path("value").asString() + " "
                                + term.path("quantity").asString()))
                .contains("emergency 0.70 1");

        month.named(unnamed, two, b, 60, "EM-2026-003");
        assertThat(month.officer()
                        .get("/v1/pay-runs/" + run + "/late-facts")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("recordId").asString() + " "
                                + one.path("what").asString()))
                .containsExactly(unnamed + " changed");
        PayMonth next = month.in("2026-11");
        next.service(one, a, "duty", 600, false);
        next.service(two, b, "duty", 60, false);
        next.arrive();
        UUID after = next.run(next.evaluated(Map.of(a, "1", b, "1"), Map.of()), next.pool(5_000));
        assertThat(next.calculate(after).json().path("status").asString()).isEqualTo("calculated");
        assertThat(corrections(next, after, "2")).containsExactly(656L + 140);
        assertThat(corrections(next, after, "1")).containsExactlyInAnyOrder(930L, 274L);
        assertSameBytesAgain(after);
    }

    private static List<Long> corrections(PayMonth month, UUID run, String person) {
        return month.statement(run, person)
                .path("lines")
                .valueStream()
                .flatMap(line -> line.path("corrections").valueStream())
                .map(one -> one.path("shouldFen").asLong())
                .toList();
    }

    @Test
    void aSchemeWithSalariesIsSimulatedOverARunWithout() {
        published(scheme("plain", MONTH));
        UUID run = run(2_280);
        month.calculate(run);
        Map<String, Long> before = month.amounts(run);
        UUID draft = month.officer().post("/v1/pay-schemes", salaries("idea")).id();
        Answer simulated = month.officer()
                .post("/v1/pay-runs/" + run + "/simulations", Map.of("name", "salaries", "paySchemeId", draft));
        assertThat(simulated.status()).as(simulated.body()).isEqualTo(201);
        long senior = month.officer()
                .get("/v1/pay-simulations/" + simulated.id() + "/differences?title=senior")
                .json()
                .path("items")
                .path(0)
                .path("simulatedFen")
                .asLong();
        assertThat(senior).isEqualTo(800 + 222);
        assertThat(month.amounts(run)).isEqualTo(before);
    }
}
