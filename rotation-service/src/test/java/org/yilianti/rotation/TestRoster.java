package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;

/** The month of {@link TestMonth} planned and published, and what people do with its duties. */
public final class TestRoster {

    public final TestMonth month;
    public final String plan;
    private final JdbcTemplate jdbc;

    public TestRoster(TestMonth month, JdbcTemplate jdbc) {
        this.month = month;
        this.jdbc = jdbc;
        month.stateDemand();
        plan = month.draft().path("id").asString();
        TestApi.Answer published = month.publish(plan);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    public TestApi scheduler() {
        return month.rotation.scheduler();
    }

    /** The person as a caller. */
    public TestApi as(UUID member) {
        String staffNo = jdbc.queryForObject(
                "select staff_no from directory_member where id = ?", String.class, Ids.bytes(member));
        return month.rotation.member(String.valueOf(staffNo));
    }

    /** All duties of both sites. */
    public List<JsonNode> duties() {
        List<JsonNode> duties = new ArrayList<>(month.duties(month.hospital));
        duties.addAll(month.duties(month.centre));
        return duties;
    }

    public List<JsonNode> dutiesOf(UUID member) {
        return duties().stream()
                .filter(duty -> duty.path("memberId").asString().equals(member.toString()))
                .toList();
    }

    /** A duty of this shift that somebody has. */
    public JsonNode assigned(String shift) {
        return duties().stream()
                .filter(duty -> duty.path("shift").asString().equals(shift)
                        && duty.path("status").asString().equals("assigned"))
                .findFirst()
                .orElseThrow();
    }

    public JsonNode duty(UUID id) {
        return scheduler().get("/v1/duties/" + id).json();
    }

    /** Reports the holder of a duty sick on its day, so that it stands open. */
    public void open(JsonNode duty) {
        TestApi.Answer sick = as(holder(duty))
                .post(
                        "/v1/leave-requests",
                        Map.of(
                                "memberId", holder(duty),
                                "kind", "sick",
                                "from", duty.path("date").asString(),
                                "to",
                                        java.time.LocalDate.parse(
                                                        duty.path("date").asString())
                                                .plusDays(1)
                                                .toString()));
        assertThat(sick.status()).as(sick.body()).isEqualTo(201);
        assertThat(sick.json().path("state").asString()).isEqualTo("granted");
    }

    public static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }

    public static UUID holder(JsonNode duty) {
        return UUID.fromString(duty.path("memberId").asString());
    }
}
