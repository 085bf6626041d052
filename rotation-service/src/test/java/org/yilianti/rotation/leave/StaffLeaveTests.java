package org.yilianti.rotation.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M7, M9: leaves of absence that staff-service grants count like those granted here. */
@ServiceTest
class StaffLeaveTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private final UUID leave = Ids.next();
    private TestWard ward;
    private UUID nurse;

    @BeforeEach
    void aWardOfFour() {
        ward = new TestWard(new TestRotation(port, events), "junior", "junior", "junior", "intermediate");
        nurse = ward.nurses.getFirst();
        assertThat(ward.state(TestWard.shift("D", "08:00", Map.of())).status()).isEqualTo(201);
    }

    @Test
    void leaveHeardAfterPublicationTakesTheDutiesOfItsDaysAndNoOthers() {
        List<JsonNode> published = ward.published();
        List<JsonNode> own = published.stream().filter(held(nurse)).toList();
        assertThat(own).hasSizeGreaterThan(2);
        String first = date(own.get(1));
        hear(1, first, null, false);
        await().atMost(Duration.ofSeconds(20)).until(() -> ward.duties().stream()
                .filter(held(nurse))
                .allMatch(one -> date(one).compareTo(first) < 0));
        List<JsonNode> now = ward.duties();
        assertThat(now.stream().filter(held(nurse)).map(StaffLeaveTests::date)).containsExactly(date(own.getFirst()));
        assertThat(now.stream()
                        .filter(one -> one.path("status").asString().equals("open"))
                        .map(one -> one.path("reason").asString()))
                .hasSize(own.size() - 1)
                .as("never why")
                .containsOnly("leave");
    }

    @Test
    void whoIsOnLeaveIsNeitherPlannedNorAssignedUntilTheLeaveTurnsOutShorterOrNeverWas() {
        hear(1, "2026-10-10", null, false);
        List<JsonNode> published = ward.published();
        assertThat(published.stream().filter(held(nurse)).map(StaffLeaveTests::date))
                .allMatch(day -> day.compareTo("2026-10-10") < 0);
        JsonNode late = on(published, "2026-10-28");
        TestApi.Answer refused = ward.assign(late, nurse);
        assertThat(TestWard.codes(refused)).containsExactly("duty.rule.leave");
        hear(2, "2026-10-10", "2026-10-20", false);
        JsonNode within = on(published, "2026-10-19");
        assertThat(TestWard.codes(ward.assign(within, nurse))).containsExactly("duty.rule.leave");
        assertThat(ward.assign(late, nurse).status()).isEqualTo(200);
        hear(3, "2026-10-10", "2026-10-20", true);
        assertThat(ward.assign(within, nurse).status()).isEqualTo(200);
    }

    /** Sends what staff-service says now and waits until it is known here. */
    private void hear(long version, String from, @Nullable String to, boolean annulled) {
        ward.rotation.staff.leave(leave, version, nurse, from, to, annulled);
        await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.queryForList(
                        "select concat(valid_from, '/', coalesce(valid_to, '-'), '/', annulled) from staff_leave where id = ?",
                        String.class,
                        Ids.bytes(leave))
                .contains(from + "/" + (to == null ? "-" : to) + "/" + (annulled ? 1 : 0)));
    }

    private static Predicate<JsonNode> held(UUID nurse) {
        return duty -> duty.path("memberId").asString().equals(nurse.toString());
    }

    private static JsonNode on(List<JsonNode> duties, String day) {
        return duties.stream()
                .filter(duty -> date(duty).equals(day))
                .findFirst()
                .orElseThrow();
    }

    private static String date(JsonNode duty) {
        return duty.path("date").asString();
    }
}
