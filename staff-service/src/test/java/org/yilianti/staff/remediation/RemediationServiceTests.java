package org.yilianti.staff.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import org.yilianti.staff.training.TrainingDesk;
import tools.jackson.databind.JsonNode;

/** R6: a post needs a qualification that its holder lacks: time, courses and exam, and what follows when it is not met. */
@ServiceTest
class RemediationServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @Autowired
    GapWorker gaps;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID doctor = new UUID(0, 0);

    @BeforeEach
    void aPhysicianWithoutALicence() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        doctor = registry.physicianAt(1, "T01");
    }

    private Answer open(Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("memberId", doctor, "gap", "other", "required", "infection control certificate"));
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return registry.hr().post("/v1/remediation-cases", body);
    }

    private Answer conclude(UUID id, boolean met) {
        return registry.hr().post("/v1/remediation-cases/" + id + "/outcomes", Map.of("met", met));
    }

    private Answer decide(TestApi by, UUID id, String decision, LocalDate day) {
        return by.post(
                "/v1/remediation-cases/" + id + "/decisions",
                Map.of("decision", decision, "effectiveOn", day.toString(), "reason", "no licence"));
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    private JsonNode cases(String filter) {
        return registry.hr().get("/v1/remediation-cases?" + filter).json().path("items");
    }

    private String state(UUID id) {
        return registry.hr()
                .get("/v1/remediation-cases/" + id)
                .json()
                .path("state")
                .asString();
    }

    private JsonNode alertsOf(String kind) {
        alerts.lookAt(registry.association());
        return registry.hr().get("/v1/alerts?kind=" + kind).json().path("items");
    }

    /** No days of grace, and a title for heads of department. */
    private void withoutGrace() {
        String settings = """
                {"validFrom":"%s","reason":"test","settings":{"graceDays":0,"months":6,"leadDays":[30],"requirements":[
                {"category":"physician","post":null,"licences":["physician"],"title":null},
                {"category":"physician","post":"科主任","licences":[],"title":"associate-senior"}]}}
                """.formatted(today);
        UUID proposal = created(registry.as(Role.ASSOCIATION_ADMIN, "*")
                .post("/v1/policies/staff/post-qualifications/proposals", settings));
        TestApi second = new TestApi(port)
                .as(TestCaller.named("second").with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()));
        Answer approved = second.post("/v1/policies/staff/proposals/" + proposal + "/approvals", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    /** The deadline has passed, as time does. */
    private void timeHasPassed(UUID id) {
        jdbc.sql("update remediation_case set deadline = ? where id = ?")
                .params(today.minusDays(1), Ids.bytes(id))
                .update();
    }

    /** R6: a gap is found by itself, once, and ends by itself when the licence is there. */
    @Test
    void whoLacksTheLicenceOfThePostIsFoundAndTheCaseEndsWithTheLicence() {
        gaps.lookAt(registry.association());
        assertThat(cases("")).as("licences may still be entered").isEmpty();
        withoutGrace();
        gaps.lookAt(registry.association());
        gaps.lookAt(registry.association());
        assertThat(cases("state=open&gap=licence&institution=T01")).hasSize(1);
        JsonNode found = cases("").path(0);
        assertThat(found.path("required").asString()).isEqualTo("physician");
        assertThat(found.path("detected").asBoolean()).isTrue();
        assertThat(found.path("deadline").asString())
                .isEqualTo(today.plusMonths(6).toString());
        UUID id = UUID.fromString(found.path("id").asString());
        assertThat(conclude(id, true).code()).isEqualTo("remediation.still-lacking");
        created(registry.hr().post("/v1/licences", licence(doctor, "N1", "T01")));
        gaps.lookAt(registry.association());
        assertThat(state(id)).isEqualTo("met");
        await().untilAsserted(() -> assertThat(events.bodies("staff.remediation-cases", id))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"state\":\"met\"", doctor.toString()));
    }

    /** R6: a post can ask for a title; whoever leaves it has nothing to make up for. */
    @Test
    void aPostThatAsksForATitleIsWatchedUntilItsHolderLeaves() {
        UUID head = created(registry.hr().post("/v1/members", Registry.physician(2)));
        created(registry.hr().post("/v1/licences", licence(doctor, "N1", "T01")));
        UUID post = created(registry.hr()
                .post("/v1/members/" + head + "/appointments", Registry.appointment("T02", "post", "科主任")));
        created(registry.hr().post("/v1/licences", licence(head, "N2", "T02")));
        withoutGrace();
        gaps.lookAt(registry.association());
        assertThat(cases("")).singleElement().satisfies(found -> {
            assertThat(found.path("gap").asString()).isEqualTo("title");
            assertThat(found.path("required").asString()).isEqualTo("associate-senior");
        });
        Answer ended = registry.hr()
                .post(
                        "/v1/appointments/" + post + "/endings",
                        Map.of("validTo", today.toString(), "reason", "stepped back"));
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        gaps.lookAt(registry.association());
        assertThat(cases("").path(0).path("state").asString()).isEqualTo("closed");
    }

    /** R6: the required course and exam are courses of training; their results count from the opening on. */
    @Test
    void courseAndExamHaveToBePassed() {
        TrainingDesk desk = new TrainingDesk(registry, today);
        UUID course = created(registry.hr().post("/v1/training-programmes", desk.course("T02")));
        UUID id = created(open());
        String tasks = "/v1/remediation-cases/" + id + "/tasks";
        assertThat(registry.hr()
                        .post(tasks, Map.of("programmeId", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
        Map<String, Object> exam = Map.of("programmeId", course, "exam", true);
        assertThat(registry.hr().post(tasks, exam).json().path("tasks")).hasSize(1);
        assertThat(registry.hr().post(tasks, exam).code()).isEqualTo("remediation.task-exists");
        assertThat(conclude(id, true).code()).isEqualTo("remediation.still-lacking");
        UUID session = created(registry.hr().post("/v1/training-sessions", desk.session(course)));
        UUID enrolment = created(
                registry.hr().post("/v1/training-enrolments", Map.of("sessionId", session, "memberId", doctor)));
        registry.hr()
                .post(
                        "/v1/training-enrolments/" + enrolment + "/results",
                        Map.of("attendedPercent", 100, "assessment", "passed"));
        JsonNode shown = registry.hr().get("/v1/remediation-cases/" + id).json();
        assertThat(shown.path("tasks").path(0).path("passedOn").asString()).isEqualTo(today.toString());
        assertThat(conclude(id, true).json().path("state").asString()).isEqualTo("met");
        assertThat(registry.hr().post(tasks, exam).code()).isEqualTo("remediation.state");
    }

    /** R6: not met after the deadline → a second person decides on a transfer or the end; the office is kept reminded. */
    @Test
    void whatFollowsFromACaseThatWasNotMetIsDecidedByASecondPerson() {
        UUID id = created(open());
        assertThat(conclude(id, false).code()).isEqualTo("remediation.before-deadline");
        assertThat(decide(registrar(), id, "transfer", today).code()).isEqualTo("remediation.state");
        assertThat(cases("overdue=true")).isEmpty();
        timeHasPassed(id);
        assertThat(cases("overdue=true")).hasSize(1);
        assertThat(alertsOf("remediation-deadline")).hasSize(1);
        assertThat(conclude(id, false).json().path("state").asString()).isEqualTo("not-met");
        assertThat(alertsOf("remediation-deadline")).isEmpty();
        assertThat(alertsOf("remediation-decision")).hasSize(1);
        assertThat(cases("overdue=true").path(0).path("overdue").asBoolean()).isTrue();
        TestApi both = new TestApi(port)
                .as(TestCaller.named(Role.HR_OFFICER.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(decide(both, id, "transfer", today).code()).isEqualTo("remediation.own-case");
        assertThat(decide(registrar(), id, "transfer", today.minusDays(1)).body())
                .contains("/effectiveOn", "in-past");
        assertThat(decide(registrar(), id, "promotion", today).body()).contains("/decision", "unknown-value");
        Answer decided = decide(registrar(), id, "contract-end", today);
        assertThat(decided.json().path("state").asString()).isEqualTo("decided");
        assertThat(decided.json().path("decidedBy").asString()).isEqualTo(Role.REGISTRAR.claim());
        assertThat(alertsOf("remediation-decision"))
                .as("the decision ended the post")
                .isEmpty();
        gaps.lookAt(registry.association());
        assertThat(state(id)).isEqualTo("closed");
        await().untilAsserted(() -> assertThat(events.bodies("staff.remediation-cases", id))
                .anyMatch(body -> body.contains("\"decision\":\"contract-end\"")));
    }

    private void leave() {
        String appointment = registry.hr()
                .get("/v1/members/" + doctor + "/appointments")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(registry.hr()
                        .post(
                                "/v1/appointments/" + appointment + "/endings",
                                Map.of("validTo", today.toString(), "reason", "decided"))
                        .status())
                .isEqualTo(200);
    }

    /** R6: the office is reminded at the lead times of the policy. */
    @Test
    void theOfficeIsRemindedBeforeTheDeadline() {
        UUID id = created(open("deadline", today.plusDays(31).toString()));
        assertThat(alertsOf("remediation-deadline").path(0).path("leadDays").asInt())
                .isEqualTo(90);
        assertThat(registry.hr()
                        .post("/v1/remediation-cases/" + id + "/annulments", Map.of())
                        .body())
                .contains("/reason");
        assertThat(registry.hr()
                        .post("/v1/remediation-cases/" + id + "/annulments", Map.of("reason", "has it"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("annulled");
        assertThat(alertsOf("remediation-deadline")).isEmpty();
        created(open());
    }

    /** R6: one unfinished case per person and kind, however many offices open one at once. */
    @Test
    void onlyOneUnfinishedCaseOfAKindIsOpened() throws Exception {
        try (ExecutorService offices = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(number -> offices.submit(() -> open().status()))
                    .toList();
            int opened = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                opened += answer.get() == 201 ? 1 : 0;
            }
            assertThat(opened).isEqualTo(1);
        }
        created(open("gap", "title", "required", "senior"));
    }

    /** R6: bad input is refused at its place. */
    @Test
    void faultyCasesAreRefused() {
        assertThat(open("deadline", today.toString(), "gap", "hair").body())
                .contains("/deadline", "in-past", "/gap", "unknown-value");
        assertThat(open("gap", "licence", "required", "driver").body()).contains("/required", "unknown-value");
        assertThat(open("gap", "licence", "required", "physician,").body()).contains("/required", "unknown-value");
        assertThat(open("gap", "title", "required", "intermediate").code()).isEqualTo("remediation.no-gap");
        assertThat(open("memberId", UUID.randomUUID()).status()).isEqualTo(404);
        UUID nobody = created(registry.hr().post("/v1/members", Registry.physician(2)));
        assertThat(open("memberId", nobody).code()).isEqualTo("remediation.no-post");
        TestApi elsewhere = registry.as(Role.HR_OFFICER, "T02");
        UUID id = created(open());
        assertThat(elsewhere.get("/v1/remediation-cases").json().path("items")).isEmpty();
        assertThat(elsewhere
                        .post("/v1/remediation-cases/" + id + "/outcomes", Map.of("met", true))
                        .status())
                .isEqualTo(404);
        assertThat(registry.hr()
                        .post("/v1/remediation-cases/" + id + "/outcomes", Map.of())
                        .body())
                .contains("/met", "required");
    }

    /** R3, R6: cases go on with the record that goes on. */
    @Test
    void aMergerKeepsTheCase() {
        UUID id = created(open());
        leave();
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(2)));
        created(registry.hr()
                .post(
                        "/v1/members/" + twin + "/appointments",
                        Registry.appointment("T02", "validFrom", today.toString())));
        Answer merged = registry.hr()
                .post("/v1/members/" + twin + "/mergers", Map.of("duplicateId", doctor, "reason", "same person"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(cases("member=" + twin).path(0).path("id").asString()).isEqualTo(id.toString());
    }
}
