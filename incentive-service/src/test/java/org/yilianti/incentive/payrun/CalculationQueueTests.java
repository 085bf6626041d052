package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;

/** A calculation outlives the process that was to carry it out, and leaves nothing half done. */
@ServiceTest
class CalculationQueueTests {

    private static final Duration SOON = Duration.ofSeconds(30);

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
    Calculator calculator;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth month;
    private UUID run;

    @BeforeEach
    void aRun() {
        month = new PayMonth(port, institutions, members, records);
        UUID place = month.institution("A", 1000);
        month.service(month.member("1", "junior"), place, "duty", 60, false);
        run = month.run(month.evaluated(Map.of(place, "1"), Map.of()), month.pool(100));
    }

    @Test
    void aCalculationWhoseRequesterWasKilledBeforeItCouldWakeTheWorkerIsCarriedOut() {
        queue.enqueue(theRun(), "payroll");
        await().atMost(SOON).until(() -> status().equals("calculated"));
        assertThat(theRun().calculatedBy()).isEqualTo("payroll");
    }

    @Test
    void twoWorkersAtOnceCalculateOnce() throws Exception {
        queue.enqueue(theRun(), "payroll");
        Calculation calculation = queue.last(new PayRunId(run)).orElseThrow();
        try (var workers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                workers.submit(() -> calculator.carryOn(calculation));
            }
        }
        await().atMost(SOON).until(() -> status().equals("calculated"));
        assertThat(theRun().version()).as("drafted and calculated, once each").isEqualTo(2);
        assertThat(rows("pay_statement")).isEqualTo(1);
    }

    @Test
    void aSecondRequestWhileOneIsQueuedIsRefused() {
        new TransactionTemplate(transactions).executeWithoutResult(holding -> {
            queue.enqueue(runs.lock(TestCaller.ASSOCIATION, new PayRunId(run)), "payroll");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> queue.enqueue(theRun(), "payroll"))
                    .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
            holding.setRollbackOnly();
        });
    }

    private PayRun theRun() {
        return runs.get(TestCaller.ASSOCIATION, new PayRunId(run));
    }

    private String status() {
        return month.read(run).json().path("status").asString();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where run_id = ?")
                .param(Ids.bytes(run))
                .query(Integer.class)
                .single();
    }
}
