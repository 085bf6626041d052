package org.yilianti.rotation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** M5: a rotation of months from its programme to the return, and what it does to lawful practice and rosters on the way. */
@ServiceTest
class ProgrammeLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestWard home;
    private TestWard host;

    @BeforeEach
    void twoWards() {
        rotation = new TestRotation(port, events);
        home = new TestWard(rotation, "junior", "intermediate", "intermediate");
        host = new TestWard(rotation, "junior");
    }

    @Test
    void aBlockIsPlannedApprovedByBothSidesWorkedAtTheHostAndEndsWithTheReturn() {
        TestApi.Answer made = rotation.hr().post("/v1/rotation-programmes", programme(2, 1, Map.of()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode planned = plan(made.id()).json();
        assertThat(planned.path("proposed").size())
                .as("two posts, but the ward releases one: %s", planned)
                .isEqualTo(1);
        JsonNode empty = planned.path("vacancies").path(0);
        assertThat(empty.path("posts").asInt()).isEqualTo(1);
        assertThat(codes(empty)).contains("title", "release-limit");
        JsonNode posting = planned.path("proposed").path(0);
        UUID nurse = UUID.fromString(posting.path("memberId").asString());
        assertThat(home.nurses.subList(1, 3)).as("of the title").contains(nurse);
        home.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        List<JsonNode> before = home.published();
        String path = "/v1/rotation-postings/" + posting.path("id").asString();
        assertThat(rotation.registrarOf(host.code)
                        .post(path + "/consents", "{}")
                        .status())
                .as("the host is not the home")
                .isEqualTo(403);
        assertThat(rotation.hr().post(path + "/consents", "{}").code()).isEqualTo("posting.four-eyes");
        assertThat(rotation.registrarOf(home.code)
                        .post(path + "/consents", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(permitted(nurse, host.site)).as("one side is not enough").isFalse();
        TestApi.Answer accepted = rotation.registrarOf(host.code).post(path + "/acceptances", "{}");
        assertThat(accepted.json().path("state").asString()).as(accepted.body()).isEqualTo("approved");
        assertThat(permitted(nurse, host.site)).isTrue();
        assertThat(permitted(nurse, home.site)).isFalse();
        long hers = before.stream()
                .filter(duty -> duty.path("memberId").asString("").equals(nurse.toString()))
                .count();
        assertThat(home.duties().stream()
                        .filter(duty -> duty.path("reason").asString("").equals("posted-elsewhere")))
                .as("her duties at home stand open")
                .hasSize((int) hers);
        host.state(TestWard.shift("H", "08:00", Map.of("leastTitle", "intermediate", "weekdays", List.of("TUE"))));
        assertThat(host.published()).hasSize(4).allSatisfy(duty -> assertThat(
                        duty.path("memberId").asString())
                .as("available at the host")
                .isEqualTo(nurse.toString()));
        assertThat(rotation.registrarOf(host.code).post(path + "/starts", "{}").status())
                .isEqualTo(200);
        TestApi.Answer late = rotation.registrarOf(home.code).post(path + "/returns", Map.of("day", "2027-06-01"));
        assertThat(late.code()).isEqualTo("posting.return-day");
        TestApi.Answer back = rotation.registrarOf(home.code).post(path + "/returns", Map.of("day", "2026-10-12"));
        assertThat(back.json().path("state").asString()).as(back.body()).isEqualTo("returned");
        assertThat(host.duties().stream()
                        .filter(duty -> duty.path("status").asString().equals("open")))
                .as("three Tuesdays after the return")
                .hasSize(3);
        assertThat(steps(path)).containsExactly("proposed", "consented", "accepted", "started", "returned");
        await().atMost(Duration.ofSeconds(20)).until(() -> !events.bodies(
                        "rotation.postings", UUID.fromString(posting.path("id").asString()))
                .isEmpty());
        TestApi.Answer file = rotation.hr().get("/v1/rotation-postings/csv?institution=" + home.site);
        assertThat(file.body()).contains("staffNo").contains(home.code).contains("returned");
    }

    @Test
    void aSecondBlockDoesNotTakeWhoMustRestAndAProposalByHandIsHeldToTheSameRules() {
        TestApi.Answer made = rotation.hr().post("/v1/rotation-programmes", programme(1, 1, Map.of("restMonths", 6)));
        JsonNode posting = plan(made.id()).json().path("proposed").path(0);
        UUID nurse = UUID.fromString(posting.path("memberId").asString());
        Map<String, Object> again = byHand(made.id(), nurse, "2027-01-01", "2027-02-01");
        TestApi.Answer tired = rotation.registrarOf(home.code).post("/v1/rotation-postings", again);
        assertThat(tired.code()).isEqualTo("posting.obstacle");
        assertThat(tired.body()).contains("rest-after-posting");
        UUID junior = home.nurses.getFirst();
        assertThat(rotation.registrarOf(home.code)
                        .post("/v1/rotation-postings", byHand(made.id(), junior, "2027-01-01", "2027-02-01"))
                        .body())
                .contains("title");
        UUID other = home.nurses.get(1).equals(nurse) ? home.nurses.get(2) : home.nurses.get(1);
        TestApi.Answer full = rotation.registrarOf(home.code)
                .post("/v1/rotation-postings", byHand(made.id(), other, "2026-11-01", "2026-12-01"));
        assertThat(full.code()).as("one is away already").isEqualTo("posting.release-limit");
        TestApi.Answer free = rotation.registrarOf(home.code)
                .post("/v1/rotation-postings", byHand(made.id(), other, "2027-01-01", "2027-04-01"));
        assertThat(free.status()).as(free.body()).isEqualTo(201);
        assertThat(rotation.hr()
                        .post("/v1/rotation-programmes/" + made.id() + "/closings", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(plan(made.id()).code()).isEqualTo("programme.closed");
    }

    @Test
    void whoHasNotCompletedTheCourseOfAPostInTimeIsNotPosted() {
        UUID late = home.nurses.get(1);
        UUID trained = home.nurses.get(2);
        UUID credit = Ids.next();
        rotation.staff.course(Ids.next(), 1, late, "hypertension care", "2026-10-01", false);
        rotation.staff.course(credit, 1, trained, "hypertension care", "2026-09-30", false);
        rotation.staff.course(Ids.next(), 1, trained, "diabetes care", "2026-09-30", false);
        TestApi.Answer made =
                rotation.hr().post("/v1/rotation-programmes", programme(2, 2, asking("hypertension care")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json()
                        .path("terms")
                        .path("places")
                        .path(0)
                        .path("courses")
                        .path(0)
                        .asString())
                .isEqualTo("hypertension care");
        await().atMost(Duration.ofSeconds(20)).until(() -> courses(late) == 1 && courses(trained) == 2);
        Map<String, Object> tooLate = byHand(made.id(), late, "2026-10-01", "2026-11-01");
        assertThat(rotation.registrarOf(home.code)
                        .post("/v1/rotation-postings", tooLate)
                        .body())
                .contains("course");
        rotation.staff.course(credit, 2, trained, "hypertension care", "2026-09-30", true);
        await().atMost(Duration.ofSeconds(20)).until(() -> courses(trained) == 1);
        JsonNode nobody = plan(made.id()).json();
        assertThat(nobody.path("proposed").size()).isZero();
        assertThat(codes(nobody.path("vacancies").path(0))).contains("course", "title");
        rotation.staff.course(credit, 3, trained, "hypertension care", "2026-09-30", false);
        await().atMost(Duration.ofSeconds(20)).until(() -> courses(trained) == 2);
        JsonNode proposed = plan(made.id()).json().path("proposed");
        assertThat(proposed.size()).as("%s", proposed).isEqualTo(1);
        assertThat(proposed.path(0).path("memberId").asString()).isEqualTo(trained.toString());
    }

    private Map<String, Object> asking(String course) {
        return Map.of(
                "places",
                List.of(Map.of(
                        "institutionId",
                        host.site,
                        "category",
                        "nurse",
                        "leastTitle",
                        "intermediate",
                        "courses",
                        List.of(course),
                        "posts",
                        2)));
    }

    private long courses(UUID nurse) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from directory_course where member_id = ? and not annulled",
                Long.class,
                Ids.bytes(nurse)));
    }

    @Test
    void aProgrammeThatContradictsItselfIsRefusedWithAllReasons() {
        Map<String, Object> bad = programme(
                1,
                1,
                Map.of(
                        "months",
                        7,
                        "quotas",
                        List.of(
                                Map.of("tier", "tertiary", "least", 3, "most", 2),
                                Map.of("tier", "tertiary", "least", 0, "most", 2))));
        assertThat(TestWard.codes(rotation.hr().post("/v1/rotation-programmes", bad)))
                .containsExactlyInAnyOrder(
                        "programme.odd-months",
                        "programme.quota-inverted",
                        "programme.tier-twice",
                        "programme.quotas-exceed-posts");
        Map<String, Object> longer = programme(1, 1, Map.of("months", 24, "blockMonths", 24));
        assertThat(rotation.hr().post("/v1/rotation-programmes", longer).code()).isEqualTo("programme.too-long");
        assertThat(rotation.hostOf(host.code)
                        .post("/v1/rotation-programmes", programme(1, 1, Map.of()))
                        .status())
                .as("who acts for the host alone")
                .isEqualTo(403);
    }

    private Map<String, Object> programme(int posts, int mostAway, Map<String, Object> more) {
        Map<String, Object> programme = new HashMap<>(Map.of(
                "name",
                "township support",
                "kind",
                "counterpart-support",
                "from",
                "2026-10",
                "months",
                6,
                "blockMonths",
                3,
                "restMonths",
                0,
                "places",
                List.of(Map.of(
                        "institutionId", host.site, "category", "nurse", "leastTitle", "intermediate", "posts", posts)),
                "sources",
                List.of(Map.of("institutionId", home.site, "mostAway", mostAway))));
        programme.putAll(more);
        return programme;
    }

    private Map<String, Object> byHand(UUID programme, UUID member, String from, String to) {
        return Map.of(
                "programmeId", programme, "memberId", member, "hostInstitutionId", host.site, "from", from, "to", to);
    }

    private TestApi.Answer plan(UUID programme) {
        return rotation.hr().post("/v1/rotation-programmes/" + programme + "/proposals", Map.of("from", "2026-10-01"));
    }

    private boolean permitted(UUID nurse, UUID site) {
        return rotation.decide(nurse, site, "2026-10-06").path("permitted").asBoolean();
    }

    private List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        rotation.hr()
                .get(path + "/timeline")
                .json()
                .path("items")
                .forEach(step -> steps.add(step.path("step").asString()));
        return steps;
    }

    private static List<String> codes(JsonNode vacancy) {
        List<String> codes = new ArrayList<>();
        vacancy.path("reasons").forEach(reason -> codes.add(reason.path("code").asString()));
        return codes;
    }
}
