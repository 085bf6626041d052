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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;

/** M7: a plan whose worker is alive stays with it, however long it builds, searches or keeps. */
@ServiceTest
class HeldLeaseTests {

    private static final Duration BEAT = Duration.ofMillis(20);
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlanJobManagement jobs;

    private final UUID owner = UUID.randomUUID();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private UUID plan;

    @BeforeEach
    void aPlanThatWeWorkOn() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior");
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        plan = UUID.fromString(ward.solved().path("id").asString());
        lease(owner);
    }

    @AfterEach
    void nobodyNeedsToGoOnWithIt() {
        jdbc.update(
                "update roster_plan set status = 'draft', lease_owner = null, lease_until = null where id = ?",
                Ids.bytes(plan));
    }

    @Test
    void aLeaseIsRenewedWithoutAnybodyAskingAndLostForGoodOnceAnotherHasThePlan() {
        try (HeldLease held = new HeldLease(plan, owner, jobs, stopping::get, BEAT)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> until().isBefore(FAR));
            Instant renewed = until();
            await().atMost(Duration.ofSeconds(20)).until(() -> until().isAfter(renewed));
            assertThat(held.requested()).isFalse();
            lease(UUID.randomUUID());
            await().atMost(Duration.ofSeconds(20)).until(held::requested);
            lease(owner);
            assertThat(held.requested()).as("it may be another's work by now").isTrue();
        }
    }

    @Test
    void whoIsToldToStopGivesUpAlsoWhenThatIsTakenBack() {
        try (HeldLease held = new HeldLease(plan, owner, jobs, stopping::get, BEAT)) {
            assertThat(held.requested()).isFalse();
            stopping.set(true);
            assertThat(held.requested()).isTrue();
            stopping.set(false);
            assertThat(held.requested()).isTrue();
        }
    }

    /** Far ahead, so that no worker finds it expired. */
    private void lease(UUID holder) {
        jdbc.update(
                "update roster_plan set status = 'solving', lease_owner = ?, lease_until = ? where id = ?",
                Ids.bytes(holder),
                Timestamp.from(FAR),
                Ids.bytes(plan));
    }

    private Instant until() {
        return Objects.requireNonNull(jdbc.queryForObject(
                        "select lease_until from roster_plan where id = ?", Timestamp.class, Ids.bytes(plan)))
                .toInstant();
    }
}
