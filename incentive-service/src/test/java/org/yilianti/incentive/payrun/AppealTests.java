package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** Appeals against an exact line or indicator, and the adjustment in the next run (I8). */
@ServiceTest
class AppealTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth october;
    private PayMonth november;
    private UUID town;
    private UUID village;
    private UUID run;
    private String statement;

    @BeforeEach
    void anAnnouncedAndPaidMonth() {
        october = new PayMonth(port, institutions, members, records);
        november = october.in("2026-11");
        town = october.institution("T", 1000);
        village = october.institution("V", 1000);
        UUID ann = october.member("ann", "junior");
        UUID bob = october.member("bob", "junior");
        UUID eve = october.member("eve", "junior");
        for (PayMonth month : List.of(october, november)) {
            month.service(ann, town, "duty", 60, false);
            month.service(bob, town, "duty", 60, false);
            month.service(eve, village, "duty", 60, false);
        }
        run = october.run(
                october.evaluated(scores("0.5", "0.5"), Map.of(october.staffNo("ann"), "0.5")), october.pool(6000));
        october.bringToFinal(run);
        october.decide(october.officer(), run, "payments");
        statement = october.statement(run, "ann").path("id").asString();
    }

    @Test
    void anUpheldAppealAgainstTheQualityOfALineIsSettledWithTheNextRun() {
        assertThat(october.amounts(run)).isEqualTo(Map.of("ann", 1000L, "bob", 2000L, "eve", 3000L));
        Answer lodged = appeal("ann", null);
        assertThat(lodged.status()).as(lodged.body()).isEqualTo(201);
        String address = lodged.header("Location");
        assertThat(list("?status=lodged")).contains(lodged.id().toString());
        assertThat(list("?overdue=true"))
                .as("there are days left")
                .doesNotContain(lodged.id().toString());

        Answer upheld = judge().post(
                        address + "/decisions",
                        Map.of("upheld", true, "reason", "the report was mislaid", "quality", "1"));
        assertThat(upheld.status()).as(upheld.body()).isEqualTo(200);
        assertThat(upheld.json().path("status").asString()).isEqualTo("upheld");
        assertThat(judge().post(address + "/decisions", Map.of("upheld", false, "reason", "again"))
                        .code())
                .as("once")
                .isEqualTo("appeal.decided");

        UUID next = nextMonth();
        assertThat(november.amounts(next))
                .as("1500 each at the township, and of October's 3000 there 1500 to 1500 instead of 1000 to 2000")
                .isEqualTo(Map.of("ann", 2000L, "bob", 1000L, "eve", 3000L));
        JsonNode correction = november.statement(next, "ann")
                .path("lines")
                .path(0)
                .path("corrections")
                .path(0);
        assertThat(correction.path("amountFen").asLong()).isEqualTo(500);
        everyChangeWasAnnounced(lodged.id());
    }

    private void everyChangeWasAnnounced(UUID appeal) {
        await().atMost(SOON)
                .until(() -> events.bodies("incentive.pay-appeals", appeal).size() == 2);
        events.bodies("incentive.pay-appeals", appeal)
                .forEach(body -> EventContract.assertValid("incentive.pay-appeal-changed.v1", body));
    }

    @Test
    void anUpheldAppealAgainstAnIndicatorCorrectsTheScoreAndWithItEverybody() {
        Answer lodged = appeal("ann", "records");
        Answer upheld = judge().post(
                        lodged.header("Location") + "/decisions",
                        Map.of("upheld", true, "reason", "half of the files were counted", "value", "1"));
        assertThat(upheld.status()).as(upheld.body()).isEqualTo(200);
        UUID next = nextMonth();
        assertThat(november.amounts(next))
                .as("of October's 6000 the township is due 4000 at a score of 1 to 0.5")
                .isEqualTo(Map.of("ann", 1500L + 333, "bob", 1500L + 667, "eve", 3000L - 1000));
        assertThat(november.auditor()
                        .get("/v1/pay-runs/" + next + "/recomputation")
                        .json()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anAmountIsGrantedOnTopAndComesOffTheNextPool() {
        Answer lodged = appeal("ann", null);
        judge().post(
                        lodged.header("Location") + "/decisions",
                        Map.of("upheld", true, "reason", "hardship", "amountFen", 600));
        assertThat(november.amounts(nextMonth())).isEqualTo(Map.of("ann", 1350L + 600, "bob", 1350L, "eve", 2700L));
    }

    @Test
    void whoLodgedOrHadAPartInItDoesNotDecide() {
        String address = appeal("ann", "records").header("Location") + "/decisions";
        Map<String, Object> rejection = Map.of("upheld", false, "reason", "no");
        TestApi herself = new TestApi(port)
                .as(TestCaller.named("doctor").with(Role.PAYROLL_REVIEWER, "*").staffNo(october.staffNo("ann")));
        assertThat(herself.post(address, rejection).code()).isEqualTo("appeal.decider-lodged");
        for (String involved : List.of("payroll", "reviewer", "evaluator")) {
            Answer refused = new TestApi(port)
                    .as(TestCaller.named(involved).with(Role.PAYROLL_REVIEWER, "*"))
                    .post(address, rejection);
            assertThat(refused.code()).as(involved).isEqualTo("appeal.decider-involved");
        }
        assertThat(judge().post(address, rejection).json().path("reason").asString())
                .isEqualTo("no");
        assertThat(november.amounts(nextMonth())).as("nothing changes").containsEntry("ann", 1500L);
    }

    @Test
    void onlyTheOwnerOfAnAnnouncedStatementAppealsAndOnceAtATime() throws Exception {
        assertThat(appeal("bob", null).code()).isEqualTo("appeal.line-not-found");
        assertThat(appeal("ann", "profits").code()).isEqualTo("appeal.indicator-unknown");
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> storm.submit(() -> appeal("ann", null)))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
            }
            assertThat(answers.stream().filter(one -> one.resultNow().status() == 201))
                    .hasSize(1);
        }
        JsonNode own = october.staff(october.staffNo("ann"))
                .get("/v1/my/pay-appeals")
                .json()
                .path("items");
        assertThat(own.size()).isEqualTo(1);
        String address = "/v1/pay-appeals/" + own.path(0).path("id").asString();
        assertThat(october.staff(october.staffNo("bob"))
                        .post(address + "/withdrawals", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(october.staff(october.staffNo("ann"))
                        .post(address + "/withdrawals", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(appeal("ann", null).status()).as("another one after that").isEqualTo(201);
    }

    @Test
    void afterTheLastDayNoAppealIsTaken() {
        jdbc.sql(
                        "update pay_run_step set occurred_at = occurred_at - interval 16 day where run_id = ? and status = 'noticed'")
                .param(Ids.bytes(run))
                .update();
        Answer late = appeal("ann", null);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("appeal.too-late");
    }

    @Test
    void aRemedyThatDoesNotFitIsRefusedAndNothingIsDecided() {
        String line = appeal("ann", null).header("Location");
        String indicator = appeal("ann", "records").header("Location");
        for (Map<String, Object> unfit : List.<Map<String, Object>>of(
                Map.of(), Map.of("value", "1"), Map.of("quality", "2.1"), Map.of("quality", "1", "amountFen", 5))) {
            assertThat(uphold(line, unfit).code()).as("%s", unfit).isEqualTo("appeal.remedy-of-line");
        }
        assertThat(uphold(indicator, Map.of("quality", "1")).code()).isEqualTo("appeal.remedy-of-indicator");
        assertThat(judge().post(line + "/decisions", Map.of("upheld", false, "reason", "r", "quality", "1"))
                        .code())
                .isEqualTo("appeal.remedy-of-rejected");
        assertThat(judge().get(line).json().path("status").asString()).isEqualTo("lodged");
        assertThat(october.auditor().get("/v1/pay-appeals?status=lost").status())
                .isEqualTo(400);
    }

    @Test
    void aReviewerOfAnotherInstitutionSeesAndDecidesNothing() {
        String address = appeal("ann", null).header("Location");
        TestApi other = october.limited(Role.PAYROLL_REVIEWER, village);
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.post(address + "/decisions", Map.of("upheld", false, "reason", "r"))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/v1/pay-appeals").json().path("items")).isEmpty();
        assertThat(october.limited(Role.PAYROLL_REVIEWER, town).get(address).status())
                .isEqualTo(200);
    }

    private Answer uphold(String address, Map<String, Object> remedy) {
        Map<String, Object> body = new LinkedHashMap<>(remedy);
        body.put("upheld", true);
        body.put("reason", "r");
        return judge().post(address + "/decisions", body);
    }

    private String list(String filter) {
        return october.auditor()
                .get("/v1/pay-appeals" + filter + (filter.isEmpty() ? "?" : "&") + "limit=200")
                .body();
    }

    private UUID nextMonth() {
        UUID next = november.run(november.evaluated(scores("1", "1"), Map.of()), november.pool(6000));
        november.calculate(next);
        return next;
    }

    private Answer appeal(String person, @Nullable String indicator) {
        Map<String, Object> objection = new LinkedHashMap<>(Map.of(
                "institutionCode",
                october.code(town),
                "text",
                "that is not right",
                "evidence",
                "file 12 of the registry"));
        if (indicator != null) {
            objection.put("indicator", indicator);
        }
        return october.staff(october.staffNo(person)).post("/v1/pay-statements/" + statement + "/appeals", objection);
    }

    private TestApi judge() {
        return new TestApi(port).as(TestCaller.named("judge").with(Role.PAYROLL_REVIEWER, "*"));
    }

    private Map<UUID, String> scores(String ofTown, String ofVillage) {
        Map<UUID, String> scores = new LinkedHashMap<>();
        scores.put(town, ofTown);
        scores.put(village, ofVillage);
        return scores;
    }
}
