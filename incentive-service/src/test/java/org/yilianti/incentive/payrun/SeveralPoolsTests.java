package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.scheme;
import static org.yilianti.incentive.payrun.PaySchemeDocuments.term;

import java.util.HashMap;
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

/** A month with a basic and a reward pool, each split by a scheme of its own (I5, I6, I7). */
@ServiceTest
class SeveralPoolsTests {

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
    UUID one;
    UUID two;

    @BeforeEach
    void twoPeopleAndASchemeOfEachKind() {
        month = new PayMonth(port, institutions, members, records, MONTH, Ids.next());
        a = month.institution("A", 1_000);
        one = month.member("1", "junior");
        two = month.member("2", "junior");
        month.service(one, a, "duty", 300, false);
        month.service(two, a, "duty", 100, false);
        published(
                "basic",
                scheme(
                        "basic pay",
                        MONTH,
                        term("post-salary", "salary", Map.of("rates", List.of(Map.of("fen", 400))))));
        published("reward", scheme("reward pay", MONTH));
    }

    private void published(String kind, Map<String, Object> document) {
        Map<String, Object> of = new HashMap<>(document);
        of.put("kind", kind);
        Answer drafted = month.officer().post("/v1/pay-schemes", of);
        assertThat(drafted.json().path("kind").asString()).as(drafted.body()).isEqualTo(kind);
        Answer answer = month.reviewer().post("/v1/pay-schemes/" + drafted.id() + "/publications", Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static UUID run(PayMonth of, UUID evaluation, String kind, long fen) {
        return of.run(evaluation, of.pool(fen, kind));
    }

    private void pay(UUID run) {
        month.bringToFinal(run);
        Answer paid = month.decide(month.officer(), run, "payments");
        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    }

    private UUID evaluated(PayMonth of) {
        return of.evaluated(Map.of(a, "1"), Map.of());
    }

    /** By hand: basic 2 × 400 and 200 by 300 : 100; reward 1,000 by 300 : 100, without any salary. */
    @Test
    void eachPoolOfAMonthIsSplitByTheSchemeOfItsKindAndBothArePaid() {
        UUID evaluation = evaluated(month);
        UUID basic = run(month, evaluation, "basic", 1_000);
        UUID reward = run(month, evaluation, "reward", 1_000);
        pay(basic);
        pay(reward);
        assertThat(month.amounts(basic)).isEqualTo(Map.of("1", 550L, "2", 450L));
        assertThat(month.amounts(reward)).isEqualTo(Map.of("1", 750L, "2", 250L));
        JsonNode own = month.staff(month.staffNo("1"))
                .get("/v1/my/pay-statements")
                .json()
                .path("items");
        assertThat(own.valueStream()
                        .map(each -> each.path("month").asString() + " "
                                + each.path("kind").asString() + " "
                                + each.path("amountFen").asLong()))
                .containsExactlyInAnyOrder("2026-10 basic 550", "2026-10 reward 750");
        JsonNode balance = month.auditor().get("/v1/ledger/trial-balance").json();
        long debit = 0;
        long credit = 0;
        for (JsonNode account : balance.path("items")) {
            debit += account.path("debitFen").asLong();
            credit += account.path("creditFen").asLong();
        }
        assertThat(debit).isPositive().isEqualTo(credit);
        for (UUID paid : List.of(basic, reward)) {
            assertThat(month.auditor()
                            .get("/v1/pay-runs/" + paid + "/recomputation")
                            .json()
                            .path("identical")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void neitherPoolIsPaidTwice() {
        UUID evaluation = evaluated(month);
        UUID pool = month.pool(1_000, "reward");
        UUID reward = month.run(evaluation, pool);
        pay(reward);
        assertThat(month.decide(month.officer(), reward, "payments").status()).isEqualTo(409);
        Answer again = month.officer()
                .post("/v1/pay-runs", Map.of("month", MONTH, "evaluationId", evaluation, "poolId", pool));
        assertThat(again.code()).isEqualTo("payrun.pool-used");
    }

    @Test
    void whatComesLateIsSettledByTheNextRunOfTheSameKindAndByNoOther() {
        UUID evaluation = evaluated(month);
        UUID basic = run(month, evaluation, "basic", 1_000);
        pay(basic);
        month.service(two, a, "duty", 200, false);
        month.arrive();
        UUID reward = run(month, evaluation, "reward", 1_200);
        pay(reward);
        assertThat(month.amounts(reward))
                .as("by the facts of its own day alone")
                .isEqualTo(Map.of("1", 600L, "2", 600L));

        PayMonth next = month.in("2026-11");
        next.service(one, a, "duty", 300, false);
        next.service(two, a, "duty", 300, false);
        UUID then = evaluated(next);
        UUID nextReward = run(next, then, "reward", 1_000);
        next.calculate(nextReward);
        assertThat(corrected(next, nextReward)).isEmpty();
        UUID nextBasic = run(next, then, "basic", 1_000);
        next.calculate(nextBasic);
        assertThat(corrected(next, nextBasic)).containsExactlyInAnyOrder(basic + " -50", basic + " 50");
    }

    private static List<String> corrected(PayMonth of, UUID run) {
        assertThat(of.read(run).json().path("status").asString())
                .as(of.read(run).body())
                .isEqualTo("calculated");
        return List.of("1", "2").stream()
                .flatMap(person -> of.statement(run, person).path("lines").valueStream())
                .flatMap(line -> line.path("corrections").valueStream())
                .map(each -> each.path("runId").asString() + " "
                        + each.path("dueFen").asLong())
                .toList();
    }

    @Test
    void aKindWithoutASchemeIsRefusedRatherThanPaidByTheRulesOfAnother() {
        UUID run = run(month, evaluated(month), "project", 1_000);
        JsonNode failure = month.calculate(run).json().path("calculation").path("failure");
        assertThat(failure.path("code").asString()).isEqualTo("payrun.kind-without-scheme");
        assertThat(failure.path("message").asString()).contains("project", MONTH);
        assertThat(month.officer()
                        .post(
                                "/v1/pay-pools",
                                Map.of("month", MONTH, "name", "x", "source", "x", "amountFen", 1, "kind", "No Kind"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theFairnessOfAMonthGathersAllItsRunsAndCountsServiceOnce() {
        UUID evaluation = evaluated(month);
        pay(run(month, evaluation, "basic", 1_000));
        pay(run(month, evaluation, "reward", 1_000));
        JsonNode all =
                month.auditor().get("/v1/pay-fairness?month=" + MONTH).json().path("all");
        assertThat(all.path("people").asInt()).isEqualTo(2);
        assertThat(all.path("totalFen").asLong()).isEqualTo(2_000);
        assertThat(all.path("fenPerHour").asLong())
                .as("2,000 fen for 400 minutes")
                .isEqualTo(300);
        assertThat(month.auditor().get("/v1/pay-fairness?month=2026-09").status())
                .isEqualTo(404);
    }
}
