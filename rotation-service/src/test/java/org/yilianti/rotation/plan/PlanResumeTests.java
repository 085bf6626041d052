package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.SecondReplica;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.solver.Cancellation;
import org.yilianti.rotation.solver.ProgressListener;
import org.yilianti.rotation.solver.RosterEngine;
import org.yilianti.rotation.solver.RosterProblem;
import org.yilianti.rotation.solver.RosterScorer;
import org.yilianti.rotation.solver.SolveBudget;
import tools.jackson.databind.JsonNode;

/** M7: a replica that is killed while it solves leaves its best plan behind, and another goes on from there. */
@ServiceTest
@TestPropertySource(properties = {"rotation.plan.save=" + PlanResumeTests.SAVE, "rotation.plan.lease=3s"})
@DirtiesContext
class PlanResumeTests {

    static final String SAVE = "2s";

    private static final Duration SOON = Duration.ofSeconds(90);

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Environment environment;

    @Autowired
    private PlanWorker worker;

    @Autowired
    private MonthlyPlans plans;

    @Autowired
    private MonthlyProblems problems;

    @Test
    void aSolveWhoseProcessIsKilledGoesOnElsewhereFromTheLastPlanSaved() throws Exception {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        worker.stop();
        UUID plan = requested(month);
        killWhileItSolves(plan);
        Instant killed = Instant.now();
        byte[] owner = value("select lease_owner from roster_plan where id = ?", byte[].class, plan);
        RosterProblem left = problems.build(
                        plans.ofId(TestCaller.ASSOCIATION, plan).orElseThrow())
                .problem();
        assertThat(left.startingPlan())
                .as("all that was saved")
                .hasSizeGreaterThan(100)
                .isEqualTo(PackedAssignments.unpack(
                        value("select packed from plan_incumbent where plan_id = ?", byte[].class, plan)));
        long saved = new RosterScorer().score(left, left.startingPlan()).total();
        assertThat(firstCost(left.withStartingPlan(List.of())))
                .as("where a search begins that knows nothing of it")
                .isGreaterThan(saved);

        worker.start();
        await().atMost(SOON).until(() -> toldSince(killed, plan));
        assertThat(value("select cost from plan_progress where plan_id = ?", Long.class, plan))
                .as("the first word of who took over")
                .isLessThanOrEqualTo(saved);
        assertThat(value("select lease_owner from roster_plan where id = ?", byte[].class, plan))
                .isNotEqualTo(owner);
        String path = "/v1/roster-plans/" + plan;
        JsonNode seen = month.rotation.scheduler().get(path).json();
        assertThat(seen.path("status").asString()).isEqualTo("solving");
        assertThat(seen.path("progress").path("cost").asLong()).isPositive().isLessThanOrEqualTo(saved);
        assertThat(month.rotation
                        .scheduler()
                        .post(path + "/cancellations", "{}")
                        .status())
                .isEqualTo(200);
    }

    /** An hour's search, which fairness among many keeps at work. */
    private static UUID requested(TestMonth month) {
        List<UUID> sites = List.of(month.hospital, month.centre);
        return month.rotation
                .scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-10", "institutionIds", sites, "seconds", 3600, "seed", 1))
                .id();
    }

    private void killWhileItSolves(UUID plan) throws Exception {
        try (SecondReplica replica = SecondReplica.of(environment, Map.of("rotation.plan.save", SAVE))) {
            await().atMost(SOON).until(() -> {
                assertThat(replica.isAlive()).isTrue();
                return value("select count(*) from plan_incumbent where plan_id = ?", Long.class, plan) == 1;
            });
            assertThat(replica.kill())
                    .as("by SIGKILL, without a word to anybody")
                    .isEqualTo(137);
        }
        assertThat(value("select status from roster_plan where id = ?", String.class, plan))
                .isEqualTo("solving");
    }

    private static long firstCost(RosterProblem problem) {
        SolveBudget none = SolveBudget.ofSteps(0, 1);
        return RosterEngine.standard()
                .solve(problem, none, ProgressListener.none(), Cancellation.never())
                .cost();
    }

    private boolean toldSince(Instant when, UUID plan) {
        return value("select told_at from plan_progress where plan_id = ?", Timestamp.class, plan)
                .toInstant()
                .isAfter(when);
    }

    private <T> T value(String sql, Class<T> type, UUID plan) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, (Object) Ids.bytes(plan)));
    }
}
