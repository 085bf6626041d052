package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/**
 * A calculation that is killed anywhere goes on and gives the same bytes, nothing twice (I6). A kill is a transaction that does not
 * commit, or a process that stops after one that did; the service's own worker is kept from the queue meanwhile.
 */
@ServiceTest
class KilledCalculationTests {

    private static final int PEOPLE = 11;

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    PayRuns runs;

    @Autowired
    CalculationQueue queue;

    @Autowired
    CalculationWorker worker;

    @Autowired
    Calculator calculator;

    @Autowired
    StageManagement stages;

    @Autowired
    LateFacts lateFacts;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @LocalServerPort
    int port;

    private PayMonth month;
    private UUID first;
    private UUID second;
    private List<UUID> people;
    private UUID run;

    /** Two institutions, people at both, and an earlier month with a late record: someone is owed, the others owe. */
    @BeforeEach
    void aRunWithCorrections() {
        month = new PayMonth(port, institutions, members, records);
        first = month.institution("A", 1000);
        second = month.institution("B", 3000);
        people = month.members(PEOPLE);
        PayMonth before = month.in("2026-09");
        serve(before);
        before.paid(100_003, first, second);
        before.service(people.getLast(), second, "outreach", 777, true);
        before.arrive();
        serve(month);
        run = month.run(month.evaluated(Map.of(first, "0.9", second, "1"), Map.of()), month.pool(90_001));
    }

    @AfterEach
    void letTheWorkerGoOn() {
        if (worker.oneAtATime.isHeldByCurrentThread()) {
            worker.oneAtATime.unlock();
        }
    }

    private void serve(PayMonth when) {
        for (int i = 0; i < PEOPLE; i++) {
            when.service(people.get(i), i % 2 == 0 ? first : second, "duty", 480 + 7 * i, i % 5 == 0);
            when.service(people.get(i), second, i % 3 == 0 ? "outreach" : "clinic", 60 + i, false);
        }
        when.arrive();
    }

    @Test
    void everyTransactionMayBeKilledBeforeItsCommit() {
        String undisturbed = undisturbed();
        Calculation calculation = held();
        int killed = 0;
        while (stages.stage(calculation).isPresent()) {
            killed += killed(() -> step(calculation)) ? 1 : 0;
            step(calculation);
        }
        assertThat(killed).as("every part of every stage was killed").isGreaterThan(15);
        assertThat(digest()).isEqualTo(undisturbed);
        nothingTwice();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aProcessMayDieAfterAnyTransactionAndAnotherGoesOn(long seed) {
        String undisturbed = undisturbed();
        Calculation calculation = held();
        Random random = new Random(seed);
        for (int steps = random.nextInt(20);
                steps > 0 && stages.stage(calculation).isPresent();
                steps--) {
            step(calculation);
        }
        calculator.carryOn(calculation);
        assertThat(digest()).isEqualTo(undisturbed);
        nothingTwice();
    }

    @Test
    void manyProcessesAtTheSameCalculationShareItsParts() {
        String undisturbed = undisturbed();
        Calculation calculation = held();
        step(calculation);
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                processes.submit(() -> calculator.carryOn(calculation));
            }
        }
        letTheWorkerGoOn();
        awaitCalculated();
        assertThat(digest()).isEqualTo(undisturbed);
        nothingTwice();
    }

    @Test
    void theRunTellsHowFarItIs() {
        Calculation calculation = held();
        assertThat(calculation().path("stage").asString()).isEqualTo("open");
        int done = -1;
        for (step(calculation); stages.stage(calculation).isPresent(); step(calculation)) {
            JsonNode told = calculation();
            assertThat(told.path("parts").asInt()).isGreaterThanOrEqualTo(2 * (2 + 4));
            assertThat(told.path("partsDone").asInt()).isGreaterThanOrEqualTo(done);
            done = told.path("partsDone").asInt();
            assertThat(month.read(run).json().path("institutions"))
                    .as("nothing is shown half done")
                    .isEmpty();
        }
        assertThat(calculation().path("stage").asString()).isEqualTo("done");
        assertThat(calculation().path("partsDone").asInt())
                .isEqualTo(calculation().path("parts").asInt());
        assertThat(month.amounts(run).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(90_001);
    }

    @Test
    void aRunCancelledHalfwayGoesNoFurtherAndShowsNothing() {
        Calculation calculation = held();
        for (int i = 0; i < 6; i++) {
            step(calculation);
        }
        assertThat(month.officer()
                        .post("/v1/pay-runs/" + run + "/cancellations", Map.of("reason", "wrong pool"))
                        .status())
                .isEqualTo(200);
        assertThat(stages.stage(calculation)).isEmpty();
        assertThat(stages.carryOutPart(calculation, CalculationStage.RECORDS)).isFalse();
        assertThat(month.amounts(run)).isEmpty();
    }

    @Test
    void aRecordThatComesAfterItsInstitutionWasTakenIsALateFactOfTheRun() {
        Calculation calculation = held();
        while (stages.stage(calculation).orElseThrow() != CalculationStage.PEOPLE) {
            step(calculation);
        }
        month.service(people.getFirst(), first, "duty", 60, false);
        month.arrive();
        calculator.carryOn(calculation);
        PayRun done = runs.get(TestCaller.ASSOCIATION, new PayRunId(run));
        assertThat(done.status()).isEqualTo(PayRunStatus.CALCULATED);
        assertThat(lateFacts.any(done)).isTrue();
    }

    @Test
    void aCalculationThatWasSentBackIsShownNoMoreAndLeavesNothingToTheNext() {
        String undisturbed = undisturbed();
        assertThat(month.review(month.reviewer(), run, false).status()).isEqualTo(200);
        assertThat(month.amounts(run)).isEmpty();
        assertThat(count("pay_correction")).as("what it settled is owed again").isZero();
        assertThat(month.calculate(run).json().path("status").asString()).isEqualTo("calculated");
        assertThat(digest()).isEqualTo(undisturbed);
        nothingTwice();
    }

    private String undisturbed() {
        assertThat(month.calculate(run).json().path("status").asString()).isEqualTo("calculated");
        assertThat(count("pay_correction")).isPositive();
        return digest();
    }

    /** Asks for a calculation and keeps the worker from it. */
    private Calculation held() {
        worker.oneAtATime.lock();
        assertThat(month.decide(month.officer(), run, "calculations").status()).isEqualTo(202);
        return queue.last(new PayRunId(run)).orElseThrow();
    }

    /** One transaction of the calculation; ranges of people are made small once they are planned. */
    private boolean step(Calculation calculation) {
        CalculationStage stage = stages.stage(calculation).orElseThrow();
        boolean more = stage == CalculationStage.OPEN
                ? stages.forgetSome(calculation)
                : stage.isInParts() && stages.carryOutPart(calculation, stage);
        if (!more) {
            assertThat(stages.end(calculation, stage)).isTrue();
            if (stage == CalculationStage.OPEN) {
                planSmall(calculation);
            }
        }
        return true;
    }

    private void planSmall(Calculation calculation) {
        jdbc.sql("delete from pay_run_part where calculation_id = ?")
                .param(Ids.bytes(calculation.id()))
                .update();
        int all = jdbc.sql("select count(*) from directory_member where association_id = ?")
                .param(Ids.bytes(TestCaller.ASSOCIATION))
                .query(Integer.class)
                .single();
        new CalculationParts(jdbc, batches, new CalculationSettings(1, Math.max(2, all / 4))).plan(calculation);
    }

    private boolean killed(BooleanSupplier transaction) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(dying -> {
            dying.setRollbackOnly();
            return transaction.getAsBoolean();
        }));
    }

    private void awaitCalculated() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> month.read(run).json().path("status").asString().equals("calculated"));
    }

    private void nothingTwice() {
        assertThat(month.read(run).json().path("payableFen").asLong()).isEqualTo(90_001);
        assertThat(count("pay_statement")).isEqualTo(PEOPLE);
        assertThat(count("pay_input_record")).isEqualTo(2 * PEOPLE);
        JsonNode recomputed =
                month.auditor().get("/v1/pay-runs/" + run + "/recomputation").json();
        assertThat(recomputed.path("identical").asBoolean())
                .as(recomputed.toString())
                .isTrue();
        List<String> statuses = new ArrayList<>();
        month.read(run)
                .json()
                .path("history")
                .forEach(one -> statuses.add(one.path("status").asString()));
        assertThat(statuses).endsWith("draft", "calculated");
    }

    private JsonNode calculation() {
        return month.read(run).json().path("calculation");
    }

    private String digest() {
        return jdbc.sql("select digest from pay_input_snapshot where run_id = ?")
                .param(Ids.bytes(run))
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where run_id = ?")
                .param(Ids.bytes(run))
                .query(Integer.class)
                .single();
    }
}
