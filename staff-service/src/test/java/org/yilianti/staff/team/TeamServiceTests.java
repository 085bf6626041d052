package org.yilianti.staff.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;

/** R12: emergency teams with leader, deputies, members and reserve, terms, readiness and drills. */
@ServiceTest
class TeamServiceTests {

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID team = new UUID(0, 0);

    @BeforeEach
    void aTeamOfTheHospital() {
        registry = Registry.empty(port);
        registry.institution("H01");
        registry.institution("T01");
        team = created(setUp("县卫生应急队", today));
    }

    private Answer setUp(String name, LocalDate from) {
        return registry.hr().post("/v1/emergency-teams", body(name, from));
    }

    private static Map<String, Object> body(String name, LocalDate from) {
        return Map.of(
                "institutionCode",
                "H01",
                "name",
                name,
                "purpose",
                "infectious-disease",
                "needs",
                List.of(Map.of("skill", "intubation", "atLeast", 2)),
                "termFrom",
                from.toString());
    }

    private Answer serve(UUID inTeam, UUID member, String duty, String... skills) {
        return registry.hr()
                .post(
                        "/v1/emergency-team-members",
                        Map.of("teamId", inTeam, "memberId", member, "duty", duty, "skills", List.of(skills)));
    }

    private Answer act(TestApi by, UUID service, String what, Map<String, Object> body) {
        return by.post("/v1/emergency-team-members/" + service + "/" + what, body);
    }

    private TestApi office(String name) {
        return new TestApi(port)
                .as(TestCaller.named(name).with(Role.HR_OFFICER, "H01").of(registry.association()));
    }

    private TestApi registrar() {
        return registry.as(Role.REGISTRAR, "*");
    }

    private JsonNode finding(String rule) {
        return registry.hr()
                .get("/v1/emergency-teams/findings")
                .json()
                .path("items")
                .valueStream()
                .filter(finding -> finding.path("rule").asString().equals(rule)
                        && finding.path("team").asString().equals(team.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode alertsOf(String kind) {
        alerts.lookAt(registry.association());
        return registry.hr().get("/v1/alerts?kind=" + kind).json().path("items");
    }

    /** R12: one leader, deputies up to the policy, nobody counted twice; everybody is announced for call-ups. */
    @Test
    void aTeamHasOneLeaderAndNobodyCountsInTwo_R12() {
        UUID leader = registry.physicianAt(1, "H01");
        UUID other = registry.physicianAt(2, "T01");
        UUID service = created(serve(team, leader, "leader", "intubation"));
        assertThat(serve(team, leader, "reserve").code()).isEqualTo("team.serves-already");
        assertThat(serve(team, other, "leader").code()).isEqualTo("team.has-leader");
        created(serve(team, other, "deputy"));
        created(serve(team, registry.physicianAt(3, "T01"), "deputy"));
        created(serve(team, registry.physicianAt(4, "T01"), "deputy"));
        UUID fifth = registry.physicianAt(5, "T01");
        assertThat(serve(team, fifth, "deputy").code()).isEqualTo("team.deputies-full");
        UUID second = created(setUp("化学事故队", today));
        assertThat(serve(second, leader, "member").code()).isEqualTo("team.counts-elsewhere");
        created(serve(second, leader, "reserve"));
        await().untilAsserted(() -> assertThat(events.bodies("staff.emergency-teams", team))
                .hasSize(5)
                .last()
                .asString()
                .contains(leader.toString(), "\"duty\":\"leader\"", "\"intubation\"", other.toString()));
        assertThat(act(registry.hr(), service, "departures", Map.of()).body()).contains("/reason");
        assertThat(act(registry.hr(), service, "departures", Map.of("reason", "moved"))
                        .json()
                        .path("leftOn")
                        .asString())
                .isEqualTo(today.toString());
        assertThat(act(registry.hr(), service, "departures", Map.of("reason", "moved"))
                        .code())
                .isEqualTo("team.departed");
        created(serve(team, fifth, "leader"));
    }

    /** R12: however many offices appoint a leader or count somebody at once, there is one. */
    @Test
    void atOnceOnlyOneLeaderIsAppointedAndAPersonCountsOnce_R12() throws Exception {
        List<UUID> people = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            people.add(registry.physicianAt(i, "H01"));
        }
        UUID second = created(setUp("化学事故队", today));
        try (ExecutorService offices = Executors.newFixedThreadPool(6)) {
            List<Future<Answer>> leaders = people.stream()
                    .map(person -> offices.submit(() -> serve(team, person, "leader")))
                    .toList();
            int led = 0;
            for (Future<Answer> answer : leaders) {
                assertThat(answer.get().status()).as(answer.get().body()).isIn(201, 409);
                led += answer.get().status() == 201 ? 1 : 0;
            }
            assertThat(led).isEqualTo(1);
            UUID fourth = registry.physicianAt(4, "H01");
            List<Future<Answer>> counts = List.of(
                    offices.submit(() -> serve(team, fourth, "member")),
                    offices.submit(() -> serve(second, fourth, "member")));
            assertThat(List.of(counts.get(0).get().status(), counts.get(1).get().status()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    /** R12: readiness is declared, by the person too, and verified by somebody else. */
    @Test
    void readinessIsDeclaredAndVerifiedBySomebodyElse_R12() {
        UUID service = created(serve(team, registry.physicianAt(1, "H01"), "member"));
        assertThat(finding("ready").path("gap").asInt()).isEqualTo(1);
        assertThat(act(office("one"), service, "verifications", Map.of()).code())
                .isEqualTo("team.nothing-declared");
        assertThat(act(office("one"), service, "declarations", Map.of("ready", true))
                        .body())
                .contains("/minutes", "required");
        TestApi self = new TestApi(port)
                .as(TestCaller.named("shen").with(Role.STAFF).staffNo("S00001").of(registry.association()));
        TestApi colleague = new TestApi(port)
                .as(TestCaller.named("li").with(Role.STAFF).staffNo("S00002").of(registry.association()));
        Map<String, Object> soon = Map.of("ready", true, "minutes", 90);
        assertThat(act(colleague, service, "declarations", soon).status()).isEqualTo(404);
        assertThat(act(self, service, "declarations", soon)
                        .json()
                        .path("readiness")
                        .asString())
                .isEqualTo("declared");
        assertThat(finding("ready").path("gap").asInt()).isZero();
        JsonNode verified =
                act(office("one"), service, "verifications", Map.of()).json();
        assertThat(verified.path("readiness").asString()).isEqualTo("verified");
        assertThat(verified.path("verifiedBy").asString()).isEqualTo("one");
        assertThat(act(office("one"), service, "declarations", Map.of("ready", true, "minutes", 121))
                        .json()
                        .path("readiness")
                        .asString())
                .isEqualTo("declared");
        assertThat(act(office("one"), service, "verifications", Map.of()).code())
                .isEqualTo("team.own-declaration");
        assertThat(finding("ready").path("gap").asInt())
                .as("2 hours are asked for")
                .isEqualTo(1);
        assertThat(act(office("one"), service, "declarations", Map.of("ready", false))
                        .json()
                        .path("readiness")
                        .asString())
                .isEqualTo("not-ready");
    }

    /** R12: a drill shows who came and how soon; whoever came in time is ready. */
    @Test
    void aDrillShowsWhoCameAndHowSoonTheTeamStood_R12() {
        UUID fast = created(serve(team, registry.physicianAt(1, "H01"), "leader"));
        UUID late = created(serve(team, registry.physicianAt(2, "H01"), "member"));
        UUID absent = created(serve(team, registry.physicianAt(3, "H01"), "member"));
        Answer drill = drill(today, List.of(arrival(fast, 35), arrival(late, 150), Map.of("teamMemberId", absent)));
        JsonNode shown =
                registry.hr().get("/v1/emergency-drills/" + created(drill)).json();
        assertThat(shown.path("called").asInt()).isEqualTo(3);
        assertThat(shown.path("came").asInt()).isEqualTo(2);
        assertThat(shown.path("inTime").asInt()).isEqualTo(1);
        assertThat(shown.path("assembledMinutes").asInt()).isEqualTo(150);
        assertThat(shown.path("arrivals").path(0).path("minutes").asInt()).isEqualTo(35);
        assertThat(registry.hr()
                        .get("/v1/emergency-team-members?team=" + team)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(service -> service.path("readiness").asString()))
                .containsExactly("verified", "not-declared", "not-declared");
        assertThat(finding("drill").path("met").asBoolean()).isTrue();
        UUID stranger = UUID.randomUUID();
        assertThat(drill(today.plusDays(1), List.of(arrival(fast, 1), arrival(fast, 2), arrival(stranger, -5)))
                        .body())
                .contains(
                        "/heldOn",
                        "in-future",
                        "/arrivals/1/teamMemberId",
                        "repeated",
                        "unknown-team-member",
                        "/arrivals/2/minutes",
                        "out-of-range");
        assertThat(drill(today, List.of()).body()).contains("/arrivals", "required");
    }

    /** R12, M11: an old drill that is recorded late makes nobody ready today, and overrules nothing that was said since. */
    @Test
    void aDrillTellsHowReadySomebodyWasOnItsDay_R12() {
        UUID silent = created(serve(team, registry.physicianAt(1, "H01"), "leader"));
        UUID unwell = created(serve(team, registry.physicianAt(2, "H01"), "member"));
        act(office("one"), unwell, "declarations", Map.of("ready", false));
        created(drill(today.minusYears(5), List.of(arrival(silent, 35), arrival(unwell, 35))));
        assertThat(registry.hr()
                        .get("/v1/emergency-team-members?team=" + team)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(service -> service.path("readiness").asString()))
                .containsExactly("stale", "not-ready");
    }

    private static Map<String, Object> arrival(UUID service, int minutes) {
        return Map.of("teamMemberId", service, "minutes", minutes);
    }

    private Answer drill(LocalDate day, List<Map<String, Object>> arrivals) {
        return registry.hr()
                .post(
                        "/v1/emergency-drills",
                        Map.of("teamId", team, "heldOn", day.toString(), "subject", "疫情集结", "arrivals", arrivals));
    }

    /** R12: what a team lacks is reported rule by rule, and who is gone does not count as there. */
    @Test
    void whatATeamLacksIsReportedRuleByRule_R12() {
        UUID person = registry.physicianAt(1, "H01");
        created(serve(team, person, "leader", "intubation"));
        assertThat(finding("members").path("required").asInt()).isEqualTo(30);
        assertThat(finding("members").path("gap").asInt()).isEqualTo(29);
        assertThat(finding("reserve").path("gap").asInt()).isEqualTo(30);
        assertThat(finding("leader").path("met").asBoolean()).isTrue();
        assertThat(finding("deputies").path("gap").asInt()).isEqualTo(2);
        assertThat(finding("skill:intubation").path("gap").asInt()).isEqualTo(1);
        assertThat(finding("employed").path("met").asBoolean()).isTrue();
        assertThat(finding("term").path("actual").asInt()).isGreaterThan(1000);
        String appointment = registry.hr()
                .get("/v1/members/" + person + "/appointments")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        registry.hr()
                .post(
                        "/v1/appointments/" + appointment + "/endings",
                        Map.of("validTo", today.toString(), "reason", "retired"));
        assertThat(finding("employed").path("gap").asInt()).isEqualTo(1);
        assertThat(registry.hr()
                        .get("/v1/emergency-teams/findings?unmet=true&institution=T01")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** R1, R12: nobody is reminded of a team whose institution has left the association. */
    @Test
    void teamsOfAnInstitutionThatHasLeftAreNotAlerted_R1_R12() {
        created(setUp("旧队", today.minusYears(3).plusDays(20)));
        assertThat(alertsOf("emergency-team-term")).hasSize(1);
        assertThat(alertsOf("emergency-drill")).hasSize(1);
        TestApi admin = registry.as(Role.ASSOCIATION_ADMIN, "*");
        UUID membership = created(admin.post(
                "/v1/institution-memberships",
                Map.of("institutionCode", "H01", "joinedOn", "2020-01-01", "reason", "founded")));
        assertThat(alertsOf("emergency-drill")).hasSize(1);
        assertThat(admin.post(
                                "/v1/institution-memberships/" + membership + "/endings",
                                Map.of("leftOn", today.toString(), "reason", "leaves"))
                        .status())
                .isEqualTo(200);
        assertThat(alertsOf("emergency-team-term")).isEmpty();
        assertThat(alertsOf("emergency-drill")).isEmpty();
    }

    /** R12: terms of three years, renewed by a second person, with reminders; dissolved teams let everybody go. */
    @Test
    void aTermLastsThreeYearsAndIsRenewedByASecondPerson_R12() {
        UUID old = created(setUp("旧队", today.minusYears(3).plusDays(20)));
        assertThat(alertsOf("emergency-team-term")).singleElement().satisfies(alert -> {
            assertThat(alert.path("subjectId").asString()).isEqualTo(old.toString());
            assertThat(alert.path("leadDays").asInt()).isEqualTo(30);
        });
        assertThat(alertsOf("emergency-drill")).singleElement();
        String renewals = "/v1/emergency-teams/" + old + "/renewals";
        TestApi both = new TestApi(port)
                .as(TestCaller.named(Role.HR_OFFICER.claim())
                        .with(Role.REGISTRAR, "*")
                        .of(registry.association()));
        assertThat(both.post(renewals, Map.of()).code()).isEqualTo("team.own-team");
        JsonNode renewed = registrar().post(renewals, Map.of()).json();
        LocalDate end = today.minusYears(3).plusDays(20).plusYears(3);
        assertThat(renewed.path("termFrom").asString()).isEqualTo(end.toString());
        assertThat(renewed.path("termTo").asString()).isEqualTo(end.plusYears(3).toString());
        assertThat(registrar().post(renewals, Map.of()).code()).isEqualTo("team.term-coming");
        assertThat(alertsOf("emergency-team-term")).isEmpty();
        UUID person = registry.physicianAt(1, "H01");
        created(serve(old, person, "member"));
        assertThat(registry.hr()
                        .post("/v1/emergency-teams/" + old + "/dissolutions", Map.of("reason", "merged"))
                        .json()
                        .path("dissolvedOn")
                        .asString())
                .isEqualTo(today.toString());
        created(serve(team, person, "member"));
        assertThat(serve(old, person, "reserve").code()).isEqualTo("team.dissolved");
        await().untilAsserted(() -> assertThat(
                        events.bodies("staff.emergency-teams", old).getLast())
                .contains("\"dissolved\":true", "\"people\":[]"));
    }

    /** R12: bad input, stale versions and other institutions' offices are refused. */
    @Test
    void faultyTeamsAndStaleChangesAreRefused_R12() {
        Answer faulty = registry.hr()
                .post(
                        "/v1/emergency-teams",
                        Map.of(
                                "institutionCode",
                                "X99",
                                "name",
                                "",
                                "purpose",
                                "Infectious Disease",
                                "needs",
                                List.of(Map.of("skill", "a", "atLeast", 0), Map.of("skill", "a", "atLeast", 1)),
                                "termFrom",
                                "2026-02-30"));
        assertThat(faulty.body())
                .contains(
                        "unknown-institution",
                        "/name",
                        "invalid-code",
                        "/needs/0/atLeast",
                        "/needs/1/skill",
                        "/termFrom");
        String path = "/v1/emergency-teams/" + team;
        Map<String, Object> changed = body("新名", today);
        assertThat(registry.hr().put(path, changed, "\"1\"").json().path("name").asString())
                .isEqualTo("新名");
        assertThat(registry.hr().put(path, changed, "\"1\"").status()).isEqualTo(412);
        TestApi elsewhere = registry.as(Role.HR_OFFICER, "T01");
        assertThat(elsewhere.put(path, changed, "\"2\"").status()).isEqualTo(404);
        assertThat(elsewhere.get("/v1/emergency-teams").json().path("items")).isEmpty();
        UUID own = registry.physicianAt(1, "T01");
        UUID service = created(serve(team, own, "member"));
        assertThat(act(elsewhere, service, "departures", Map.of("reason", "mine"))
                        .status())
                .as("the office that keeps the team decides")
                .isEqualTo(404);
        assertThat(elsewhere.get("/v1/emergency-team-members").json().path("items"))
                .as("but sees that its people serve")
                .hasSize(1);
        String put = "/v1/emergency-team-members/" + service;
        Map<String, Object> deputy = Map.of("duty", "deputy", "skills", List.of("triage"));
        assertThat(registry.hr().put(put, deputy, "\"1\"").json().path("duty").asString())
                .isEqualTo("deputy");
        assertThat(registry.hr().put(put, deputy, "\"1\"").status()).isEqualTo(412);
        assertThat(serve(team, UUID.randomUUID(), "chief", "a", "a").body()).isNotEmpty();
        assertThat(serve(team, UUID.randomUUID(), "member").body()).contains("/memberId", "unknown-member");
    }

    /** R3, R12: whoever was registered twice serves on as one; double service is sorted out first. */
    @Test
    void aMergerKeepsService_R12() {
        UUID one = registry.physicianAt(1, "H01");
        UUID twin = created(registry.hr().post("/v1/members", Registry.physician(2)));
        created(serve(team, one, "member"));
        UUID doubled = created(serve(team, twin, "reserve"));
        String mergers = "/v1/members/" + one + "/mergers";
        Map<String, Object> same = Map.of("duplicateId", twin, "reason", "same person");
        assertThat(registry.hr().post(mergers, same).code()).isEqualTo("team.both-serve");
        act(registry.hr(), doubled, "departures", Map.of("reason", "twice"));
        UUID second = created(setUp("化学事故队", today));
        created(serve(second, twin, "reserve"));
        assertThat(registry.hr().post(mergers, same).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        events.bodies("staff.emergency-teams", second).getLast())
                .contains(one.toString()));
    }
}
