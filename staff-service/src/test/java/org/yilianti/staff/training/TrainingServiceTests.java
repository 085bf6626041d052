package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** R7: courses, sessions with capacity, competitive selection, waiting lists, standing courses. */
@ServiceTest
class TrainingServiceTests {

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private TrainingDesk desk = new TrainingDesk(registry, today);

    @BeforeEach
    void aHospitalThatTrainsAndACentre() {
        registry = Registry.empty(port);
        desk = new TrainingDesk(registry, today);
        created(registry.hr()
                .post("/v1/institutions", Registry.centre("H01", "tier", "tertiary-hospital", "setting", "urban")));
        registry.institution("T01");
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    private JsonNode shown(UUID session) {
        return registry.hr().get("/v1/training-sessions/" + session).json();
    }

    private Answer withdraw(UUID enrolment) {
        return registry.hr().post("/v1/training-enrolments/" + enrolment + "/withdrawals", Map.of());
    }

    /** R7: capacity and waiting list; whoever withdraws makes room for the first who waits. */
    @Test
    void whoComesAfterTheLastPlaceWaitsAndMovesUp() {
        UUID session = desk.announced(
                "H01",
                "startsOn",
                today.plusDays(9).toString(),
                "endsOn",
                today.plusDays(10).toString());
        UUID first = created(desk.apply(session, registry.physicianAt(1, "T01")));
        UUID second = created(desk.apply(session, registry.physicianAt(2, "T01")));
        UUID third = created(desk.apply(session, registry.physicianAt(3, "H01")));
        assertThat(List.of(desk.state(first), desk.state(second), desk.state(third)))
                .containsExactly("enrolled", "waiting", "waiting");
        assertThat(shown(session).path("taken").asInt()).isEqualTo(1);
        assertThat(shown(session).path("hoping").asInt()).isEqualTo(2);
        assertThat(withdraw(first).json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(withdraw(first).code()).isEqualTo("enrolment.state");
        assertThat(List.of(desk.state(second), desk.state(third))).containsExactly("enrolled", "waiting");
        assertThat(desk.end(second, 100, "passed").code()).isEqualTo("session.not-over");
    }

    /** R7: however many offices apply at once, a session never has more people than places, and nobody is in it twice. */
    @Test
    void theLastPlacesGoToAsManyAsThereAre() throws Exception {
        UUID session = desk.announced("H01", "capacity", 2);
        List<UUID> people = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            people.add(registry.physicianAt(i, "T01"));
        }
        people.addAll(List.copyOf(people));
        List<String> states = new ArrayList<>();
        try (ExecutorService offices = Executors.newFixedThreadPool(people.size())) {
            List<Future<Answer>> answers = people.stream()
                    .map(person -> offices.submit(() -> desk.apply(session, person)))
                    .toList();
            for (Future<Answer> answer : answers) {
                Answer got = answer.get();
                states.add(got.status() == 201 ? got.json().path("state").asString() : got.code());
            }
        }
        assertThat(states)
                .containsExactlyInAnyOrder(
                        "enrolled",
                        "enrolled",
                        "waiting",
                        "waiting",
                        "enrolment.exists",
                        "enrolment.exists",
                        "enrolment.exists",
                        "enrolment.exists");
        assertThat(shown(session).path("taken").asInt()).isEqualTo(2);
    }

    /** R7: the ranking follows the published criteria and says how each score came about. */
    @Test
    void placesOfASoughtAfterSessionAreGivenByPublishedCriteria() {
        UUID session = desk.announced("H01", "criteria", TrainingDesk.criteria(), "tieRule", List.of("years-in-title"));
        UUID city = created(desk.apply(session, registry.physicianAt(1, "H01"), 8));
        UUID rural = created(desk.apply(session, registry.physicianAt(2, "T01"), 2));
        assertThat(desk.state(city)).isEqualTo("applied");
        assertThat(desk.select(session).code()).isEqualTo("session.applications-open");
        desk.close(session, "tieRule", List.of("years-in-title"));
        assertThat(desk.apply(session, registry.physicianAt(3, "T01"), 10).code())
                .isEqualTo("session.applications-closed");
        assertThat(desk.select(session).json().path("state").asString()).isEqualTo("selected");
        JsonNode ranks = desk.enrolments(session);
        assertThat(ranks.path(0).path("id").asString()).isEqualTo(rural.toString());
        assertThat(ranks.path(0).path("state").asString()).isEqualTo("enrolled");
        assertThat(ranks.path(0).path("score").asInt()).isEqualTo(60);
        assertThat(ranks.path(0).path("points").path(1).path("measure").asString())
                .isEqualTo("priority");
        assertThat(ranks.path(0).path("points").path(1).path("points").asInt()).isEqualTo(10);
        assertThat(ranks.path(1).path("rank").asInt()).isEqualTo(2);
        assertThat(desk.state(city)).isEqualTo("waiting");
        assertThat(desk.select(session).code()).isEqualTo("session.state");
    }

    /** R7: criteria are published with the session: they stay once somebody has applied. */
    @Test
    void criteriaStayOnceSomebodyHasApplied() {
        UUID session = desk.announced("H01", "criteria", TrainingDesk.criteria());
        UUID course = UUID.fromString(shown(session).path("programmeId").asString());
        String path = "/v1/training-sessions/" + session;
        Map<String, Object> others = desk.session(
                course, "criteria", List.of(Map.of("measure", "priority", "weight", 1, "full", 10)), "capacity", 3);
        assertThat(registry.hr().put(path, others, "\"1\"").status()).isEqualTo(200);
        created(desk.apply(session, registry.physicianAt(1, "T01")));
        Map<String, Object> again = desk.session(course, "criteria", TrainingDesk.criteria(), "capacity", 3);
        assertThat(registry.hr().put(path, again, "\"2\"").code()).isEqualTo("session.rules-published");
        assertThat(registry.hr().put(path, others, "\"1\"").status()).isEqualTo(412);
        assertThat(registry.hr().put(path, others, null).status()).isEqualTo(428);
    }

    /** R7: more places go to those who wait; fewer than are taken are refused. */
    @Test
    void morePlacesGoToThoseWhoWait() {
        UUID session = desk.announced("H01", "capacity", 1);
        UUID course = UUID.fromString(shown(session).path("programmeId").asString());
        created(desk.apply(session, registry.physicianAt(1, "T01")));
        UUID second = created(desk.apply(session, registry.physicianAt(2, "T01")));
        String path = "/v1/training-sessions/" + session;
        assertThat(registry.hr()
                        .put(path, desk.session(course, "capacity", 2), "\"1\"")
                        .json()
                        .path("taken")
                        .asInt())
                .isEqualTo(2);
        assertThat(desk.state(second)).isEqualTo("enrolled");
        assertThat(registry.as(Role.AUDITOR, "*")
                        .get("/v1/audit-entries/staff?action=enrolment.moved-up")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("subjectId").asString()).isEqualTo(second.toString()));
        assertThat(registry.hr()
                        .put(path, desk.session(course, "capacity", 1), "\"2\"")
                        .code())
                .isEqualTo("session.places-taken");
    }

    /** R7: a temporary course that has proved itself becomes a standing one, by a second person. */
    @Test
    void aCourseThatHasProvedItselfBecomesAStandingOne() {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("H01")));
        String conversions = "/v1/training-programmes/" + course + "/conversions";
        Map<String, Object> why = Map.of("reason", "asked for every year");
        assertThat(registrar().post(conversions, why).code()).isEqualTo("programme.not-proved");
        for (int i = 1; i <= 2; i++) {
            UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course)));
            UUID enrolment = created(desk.apply(session, registry.physicianAt(i, "T01")));
            assertThat(desk.end(enrolment, 90, "passed").json().path("state").asString())
                    .isEqualTo("passed");
        }
        TestApi recorder = new TestApi(port)
                .as(TestCaller.named(Role.HR_OFFICER.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(recorder.post(conversions, why).code()).isEqualTo("programme.own-course");
        JsonNode standing = registrar().post(conversions, why).json();
        assertThat(standing.path("standing").asBoolean()).isTrue();
        assertThat(standing.path("validTo").isNull()).isTrue();
        assertThat(standing.path("convertedBy").asString()).isEqualTo(Role.REGISTRAR.claim());
        assertThat(registrar().post(conversions, why).code()).isEqualTo("programme.standing");
        assertThat(registry.hr()
                        .get("/v1/training-programmes?standing=true&kind=lecture&institution=H01")
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aCancelledSessionLetsEverybodyGo() {
        UUID session = desk.announced("H01");
        UUID enrolled = created(desk.apply(session, registry.physicianAt(1, "T01")));
        String path = "/v1/training-sessions/" + session + "/cancellations";
        assertThat(registry.hr().post(path, Map.of()).body()).contains("/reason");
        assertThat(registry.hr()
                        .post(path, Map.of("reason", "teacher ill"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(desk.state(enrolled)).isEqualTo("cancelled");
        assertThat(desk.apply(session, registry.physicianAt(2, "T01")).code()).isEqualTo("session.state");
    }

    /** R7: bad input is refused with every fault at its place. */
    @Test
    void faultySessionsAreRefused() {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("H01")));
        assertThat(announce(course, "endsOn", today.minusDays(1).toString())).contains("/endsOn", "days-inverted");
        assertThat(announce(course, "applyUntil", today.plusDays(1).toString())).contains("/applyUntil", "too-late");
        assertThat(announce(course, "applyUntil", today.minusDays(1).toString()))
                .contains("/applyUntil", "in-past");
        assertThat(announce(course, "capacity", 0, "place", "")).contains("/capacity", "out-of-range", "/place");
        assertThat(announce(course, "costFen", -1)).contains("/costFen", "out-of-range");
        String late = today.plusYears(2).toString();
        assertThat(announce(course, "startsOn", late, "endsOn", late)).contains("/startsOn", "outside-course");
        assertThat(announce(course, "criteria", List.of(Map.of("measure", "rural", "weight", 0.9, "full", 1))))
                .contains("/criteria", "weights-sum", "0.9");
        assertThat(registry.hr()
                        .post("/v1/training-programmes", desk.course("H01", "credits", 2.25, "validTo", "2001-01-01"))
                        .body())
                .contains("/credits", "too-precise", "/validTo", "period-inverted");
        Map<String, Object> endless = desk.course("H01");
        endless.remove("validTo");
        assertThat(registry.hr().post("/v1/training-programmes", endless).body())
                .contains("/validTo", "required");
    }

    private String announce(UUID course, Object... changes) {
        Answer answer = registry.hr().post("/v1/training-sessions", desk.session(course, changes));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }

    /** R7: an office applies for its own people, and sees and changes only what concerns it. */
    @Test
    void anOfficeAppliesForItsOwnPeopleOnly() {
        UUID session = desk.announced("H01", "capacity", 5);
        UUID here = registry.physicianAt(1, "T01");
        UUID there = registry.physicianAt(2, "H01");
        TestApi centre = registry.as(Role.HR_OFFICER, "T01");
        Map<String, Object> foreign = Map.of("sessionId", session, "memberId", there);
        assertThat(centre.post("/v1/training-enrolments", foreign).status()).isEqualTo(404);
        UUID own = created(centre.post("/v1/training-enrolments", Map.of("sessionId", session, "memberId", here)));
        UUID others = created(desk.apply(session, there));
        assertThat(centre.get("/v1/training-enrolments/" + others).status()).isEqualTo(404);
        assertThat(centre.get("/v1/training-enrolments").json().path("items")).hasSize(1);
        assertThat(registry.as(Role.HR_OFFICER, "H01")
                        .get("/v1/training-enrolments")
                        .json()
                        .path("items"))
                .as("the host sees everybody in its session")
                .hasSize(2);
        assertThat(centre.post(
                                "/v1/training-enrolments/" + own + "/results",
                                Map.of("attendedPercent", 100, "assessment", "passed"))
                        .status())
                .as("results are the host's")
                .isEqualTo(404);
        assertThat(centre.post("/v1/training-sessions/" + session + "/selections", Map.of())
                        .status())
                .isEqualTo(404);
        UUID unemployed = created(registry.hr().post("/v1/members", Registry.physician(3)));
        assertThat(desk.apply(session, unemployed).code()).isEqualTo("enrolment.no-main-appointment");
        assertThat(desk.apply(UUID.randomUUID(), here).code()).isEqualTo("session.unknown");
    }

    @Test
    void listsArePagedWithoutGaps() {
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("H01", "title", "a")));
        created(registry.hr().post("/v1/training-programmes", desk.course("T01", "title", "b", "kind", "study-visit")));
        for (int i = 0; i < 3; i++) {
            created(registry.hr().post("/v1/training-sessions", desk.session(course, "place", "room " + i)));
        }
        String path = "/v1/training-sessions?programme=" + course + "&limit=2";
        JsonNode first = registry.hr().get(path).json();
        JsonNode rest = registry.hr()
                .get(path + "&after=" + first.path("next").asString())
                .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        JsonNode courses =
                registry.hr().get("/v1/training-programmes?sort=-title&limit=1").json();
        assertThat(courses.path("items").path(0).path("title").asString()).isEqualTo("b");
        assertThat(registry.hr()
                        .get("/v1/training-programmes?sort=-title&limit=1&after="
                                + courses.path("next").asString())
                        .json()
                        .path("items")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("a");
        assertThat(registry.hr().get("/v1/training-programmes?sort=colour").status())
                .isEqualTo(400);
    }
}
