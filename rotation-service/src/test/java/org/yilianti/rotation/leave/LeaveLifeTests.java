package org.yilianti.rotation.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRoster;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** M9: leave and absence, from request to their effect on the roster. */
@ServiceTest
class LeaveLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRoster roster;
    private JsonNode duty;
    private UUID person;

    @BeforeEach
    void aPublishedRoster() {
        roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
        duty = roster.assigned("ND");
        person = TestRoster.holder(duty);
    }

    @Test
    void leaveIsAskedForGrantedByAnotherPersonAndTakesTheDutiesOfItsDaysAway() {
        TestApi.Answer asked = ask(roster.as(person), "annual");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.json().path("state").asString()).isEqualTo("requested");
        assertThat(roster.duty(TestRoster.id(duty)).path("status").asString())
                .as("nothing is decided yet")
                .isEqualTo("assigned");
        TestApi.Answer granted = scheduler().post("/v1/leave-requests/" + asked.id() + "/grants", "{}");
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        JsonNode released = roster.duty(TestRoster.id(duty));
        assertThat(released.path("status").asString()).isEqualTo("open");
        assertThat(released.path("reason").asString()).as("never why").isEqualTo("leave");
        assertThat(released.path("version").asLong()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        events.bodies("rotation.duties", TestRoster.id(duty)).size() == 1);
        assertThat(scheduler()
                        .post("/v1/leave-requests/" + asked.id() + "/grants", "{}")
                        .code())
                .isEqualTo("leave.state");
    }

    @Test
    void anAbsenceCountsAtOnceAndTheNextPlanKeepsTheDaysFree() {
        roster.open(duty);
        assertThat(roster.duty(TestRoster.id(duty)).path("status").asString()).isEqualTo("open");
        JsonNode draft = roster.month.draft();
        assertThat(
                        TestRotation.all(
                                        scheduler(),
                                        "/v1/roster-plans/" + draft.path("id").asString() + "/duties?limit=200")
                                .stream()
                                .filter(planned ->
                                        planned.path("memberId").asString().equals(person.toString()))
                                .map(planned -> planned.path("date").asString()))
                .isNotEmpty()
                .doesNotContain(duty.path("date").asString());
    }

    @Test
    void nobodyGrantsTheirOwnLeaveAndNobodyDecidesWhatTheyAskedFor() {
        TestApi.Answer asked = ask(scheduler(), "personal");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String grants = "/v1/leave-requests/" + asked.id() + "/grants";
        assertThat(scheduler().post(grants, "{}").code())
                .as("asked for by the same scheduler")
                .isEqualTo("leave.four-eyes");
        TestCaller self = TestCaller.named("self").with(Role.HR_OFFICER, "*").staffNo(staffNo());
        assertThat(new TestApi(port).as(self).post(grants, "{}").code()).isEqualTo("leave.four-eyes");
        assertThat(roster.month.rotation.hr().post(grants, "{}").status()).isEqualTo(200);
    }

    @Test
    void overlappingLeaveAndInvertedDaysAreRefused() {
        assertThat(ask(roster.as(person), "annual").status()).isEqualTo(201);
        assertThat(ask(roster.as(person), "training").code()).isEqualTo("leave.overlaps");
        TestApi.Answer inverted = roster.as(person)
                .post(
                        "/v1/leave-requests",
                        Map.of("memberId", person, "kind", "annual", "from", "2026-10-03", "to", "2026-10-03"));
        assertThat(inverted.status()).isEqualTo(422);
        assertThat(inverted.code()).isEqualTo("period.inverted");
    }

    @Test
    void leaveIsSeenByThePersonAndTheHomeOfficeAndByNobodyElse() {
        TestApi.Answer asked = ask(roster.as(person), "maternity");
        String path = "/v1/leave-requests/" + asked.id();
        assertThat(roster.as(person).get(path).status()).isEqualTo(200);
        assertThat(roster.as(roster.month.cardiologist).get(path).status()).isEqualTo(404);
        assertThat(roster.month.rotation.hostOf("ELSEWHERE").get(path).status()).isEqualTo(404);
        assertThat(ask(roster.as(roster.month.cardiologist), "annual").status())
                .as("for somebody else")
                .isEqualTo(403);
        TestApi.Answer cancelled = roster.as(person).post(path + "/cancellations", "{}");
        assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
    }

    private TestApi.Answer ask(TestApi caller, String kind) {
        return caller.post(
                "/v1/leave-requests",
                Map.of(
                        "memberId",
                        person,
                        "kind",
                        kind,
                        "from",
                        duty.path("date").asString(),
                        "to",
                        LocalDate.parse(duty.path("date").asString())
                                .plusDays(2)
                                .toString()));
    }

    private TestApi scheduler() {
        return roster.scheduler();
    }

    private String staffNo() {
        return String.valueOf(jdbc.queryForObject(
                "select staff_no from directory_member where id = ?",
                String.class,
                org.yilianti.platform.ids.Ids.bytes(person)));
    }
}
