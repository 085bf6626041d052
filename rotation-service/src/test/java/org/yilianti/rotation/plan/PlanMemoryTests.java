package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;
import org.yilianti.rotation.roster.DutyStatus;

/** M7: a plan may be large, and one that is too large for the memory at hand is told so, once. */
@ServiceTest
class PlanMemoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlanWorker worker;

    @Autowired
    private PlanSolving solving;

    @Autowired
    private Duties duties;

    @Test
    void aPlanThatNeedsMoreMemoryThanThereIsFailsAndTakesNoWorkerWithIt() {
        TestWard ward = ward();
        worker.stop();
        try {
            UUID plan = ward.scheduler()
                    .post(
                            "/v1/roster-plans",
                            Map.of("month", "2026-10", "institutionIds", List.of(ward.site), "seconds", 1, "seed", 1))
                    .id();
            assertThat(solving.solveNext(UUID.randomUUID(), () -> {
                        throw new OutOfMemoryError("test");
                    }))
                    .isTrue();
            assertThat(ward.plan(plan).path("status").asString()).isEqualTo("failed");
            assertThat(jdbc.queryForObject(
                            "select failure from roster_plan where id = ?", String.class, Ids.bytes(plan)))
                    .isEqualTo("out of memory: test");
            assertThat(solving.solveNext(UUID.randomUUID(), () -> false))
                    .as("nobody tries it again")
                    .isFalse();
        } finally {
            worker.start();
        }
        assertThat(ward.solved().path("status").asString()).isEqualTo("draft");
    }

    @Test
    void allDutiesOfALargePlanAreKept() {
        TestWard ward = ward();
        UUID plan = UUID.fromString(ward.solved().path("id").asString());
        int before = duties.ofPlan(plan).size();
        for (int more : new int[] {0, 1, 2_000, 4_001}) {
            duties.insert(IntStream.range(0, more)
                    .mapToObj(number -> open(plan, ward.site))
                    .toList());
            before += more;
            assertThat(duties.ofPlan(plan)).hasSize(before);
        }
    }

    private static Duty open(UUID plan, UUID site) {
        return new Duty(
                Ids.next(),
                TestCaller.ASSOCIATION,
                plan,
                site,
                null,
                LocalDate.of(2026, 10, 6),
                "D",
                null,
                null,
                Instant.parse("2026-10-06T00:00:00Z"),
                Instant.parse("2026-10-06T08:00:00Z"),
                false,
                DutyStatus.OPEN,
                "too-few-lawful",
                1);
    }

    private TestWard ward() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        return ward;
    }
}
