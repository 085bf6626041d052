package org.yilianti.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.credits;
import static org.yilianti.staff.Registry.licence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.staff.alert.AlertWorker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consumer that knows nothing but the state topics knows of assessments, memberships, leave, credits, remediation, teams, tenures and
 * alerts what the registry answers, but for who recorded what and why (R1, R3, R5, R6, R7, R10, R12).
 */
@ServiceTest
class RecordRebuildTests {

    private static final UnaryOperator<ObjectNode> AS_IT_IS = row -> row;

    @Autowired
    TestEvents events;

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);

    @BeforeEach
    void twoPhysicians() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        first = registry.physicianAt(1, "T01");
        second = registry.physicianAt(2, "T02");
    }

    private StateTopics topics() {
        return new StateTopics(events, registry);
    }

    private Answer post(String path, Map<String, ?> body) {
        return done(registry.hr().post(path, body));
    }

    private Answer decide(Role role, String path, Map<String, ?> body) {
        return done(registry.as(role, "*").post(path, body));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    @Test
    void assessments_R5() {
        for (UUID member : List.of(first, second)) {
            UUID licence = created(registry.hr().post("/v1/licences", licence(member, "N" + member, "T01")));
            Map<String, Object> failed =
                    new HashMap<>(Map.of("licenceId", licence, "result", "failed", "note", "theory"));
            failed.put("heldOn", today.minusMonths(4).toString());
            failed.put("suspendedFrom", today.minusMonths(4).toString());
            post("/v1/assessments", failed);
            Answer passed = post(
                    "/v1/assessments", Map.of("licenceId", licence, "result", "passed", "heldOn", today.toString()));
            if (member.equals(first)) {
                post("/v1/assessments/" + passed.id() + "/annulments", Map.of("reason", "wrong person"));
            }
        }
        told(
                "staff.assessments",
                "/v1/assessments",
                annulled("annulledBy"),
                "status",
                "note",
                "retakeFrom",
                "retakeBy",
                "recordedAt",
                "recordedBy",
                "annulledBy",
                "annulmentReason");
    }

    @Test
    void memberships_R1() {
        String path = "/v1/institution-memberships";
        decide(Role.ASSOCIATION_ADMIN, path, Map.of("institutionCode", "T02", "joinedOn", "2020-01-01", "reason", "a"));
        UUID id = decide(
                        Role.ASSOCIATION_ADMIN,
                        path,
                        Map.of("institutionCode", "T01", "joinedOn", "2021-01-01", "reason", "a"))
                .id();
        decide(
                Role.ASSOCIATION_ADMIN,
                path + "/" + id + "/endings",
                Map.of("leftOn", "2055-01-01", "mergedIntoCode", "T02", "reason", "a"));
        told("staff.institution-memberships", path, AS_IT_IS, "reason", "recordedAt", "recordedBy");
    }

    @Test
    void leaves_R3() {
        String path = "/v1/members/" + first + "/leaves";
        post(path, Map.of("kind", "study", "validFrom", "2030-01-01"));
        UUID back = post(path, Map.of("kind", "sick", "validFrom", "2025-01-01", "validTo", "2025-03-01"))
                .id();
        post("/v1/leaves/" + back + "/returns", Map.of("on", "2025-02-01"));
        UUID never = post(path, Map.of("kind", "care", "validFrom", "2024-01-01", "validTo", "2024-03-01"))
                .id();
        post("/v1/leaves/" + never + "/annulments", Map.of("reason", "never taken"));
        await().untilAsserted(() -> {
            Map<String, JsonNode> rows = new TreeMap<>(topics().listed(path));
            JsonNode annulled = registry.hr()
                    .get("/v1/leaves/" + never + "/revisions")
                    .json()
                    .path("items")
                    .path(0);
            ObjectNode state = (ObjectNode) annulled.deepCopy();
            rows.put(never.toString(), state.put("status", "annulled").put("revision", 2));
            topics().assertTold(
                            "staff.leaves",
                            rows,
                            row -> {
                                row.set("version", row.remove("revision"));
                                return row.has("status") ? row : row.put("status", "granted");
                            },
                            "kind",
                            "recordedAt",
                            "recordedBy",
                            "reason",
                            "supersededAt");
        });
    }

    @Test
    void trainingCredits_R7() {
        registry.creditsOf(first, 2025);
        UUID wrong =
                post("/v1/training-credits", credits(second, "class-i", 2024)).id();
        post("/v1/training-credits/" + wrong + "/annulments", Map.of("reason", "forged"));
        told(
                "staff.training-credits",
                "/v1/training-credits?annulled=true",
                annulled("annulledBy"),
                "evidence",
                "recordedAt",
                "recordedBy",
                "annulledBy",
                "annulmentReason");
    }

    @Test
    void emergencyTeams_R12() {
        Map<String, Object> body = new HashMap<>(
                Map.of("institutionCode", "T01", "name", "县卫生应急队", "purpose", "flood", "termFrom", today.toString()));
        body.put("needs", List.of(Map.of("skill", "triage", "atLeast", 2)));
        UUID team = post("/v1/emergency-teams", body).id();
        body.put("name", "另一队");
        UUID dissolved = post("/v1/emergency-teams", body).id();
        UUID leader = serving(team, first, "leader");
        serving(team, second, "reserve");
        serving(dissolved, second, "member");
        post("/v1/emergency-team-members/" + leader + "/declarations", Map.of("ready", true, "minutes", 45));
        post("/v1/emergency-teams/" + dissolved + "/dissolutions", Map.of("reason", "merged"));
        await().untilAsserted(() -> topics().assertTold(
                        "staff.emergency-teams",
                        topics().listed("/v1/emergency-teams?dissolved=true"),
                        row -> people(row)
                                .put("dissolved", row.path("dissolvedOn").isString()),
                        "recordedAt",
                        "recordedBy",
                        "renewedBy",
                        "dissolvedOn",
                        "dissolutionReason"));
    }

    private UUID serving(UUID team, UUID member, String duty) {
        return post(
                        "/v1/emergency-team-members",
                        Map.of("teamId", team, "memberId", member, "duty", duty, "skills", List.of("triage", "ward")))
                .id();
    }

    /** With everybody who serves in it, the leader first, but for the id of their service and who declared and verified. */
    private ObjectNode people(ObjectNode team) {
        ArrayNode people = team.putArray("people");
        if (!team.path("dissolvedOn").isString()) {
            topics().listed("/v1/emergency-team-members?team=" + team.path("id").asString()).values().stream()
                    .map(service -> (ObjectNode) service.deepCopy())
                    .forEach(service -> people.add(service.remove(List.of(
                            "id",
                            "version",
                            "teamId",
                            "since",
                            "readiness",
                            "declaredBy",
                            "verifiedBy",
                            "leftOn",
                            "leavingReason"))));
        }
        return team;
    }

    @Test
    void directorsTenures_R10() {
        LocalDate from = today.minusYears(3);
        Map<String, Object> body = new HashMap<>(
                Map.of("memberId", first, "institutionCode", "T01", "post", "院长", "method", "open-competition"));
        body.put("termFrom", from.toString());
        body.put("announcedOn", from.minusDays(60).toString());
        body.put("noticeFrom", from.minusDays(20).toString());
        body.put("noticeTo", from.minusDays(10).toString());
        body.put("candidates", 4);
        body.put("targets", List.of(Map.of("code", "a", "title", "a", "goal", 10, "weight", 1)));
        String path =
                "/v1/director-tenures/" + post("/v1/director-tenures", body).id();
        decide(Role.REGISTRAR, path + "/agreements", Map.of());
        post(path + "/results", Map.of("year", 1, "reached", Map.of("a", 9)));
        decide(Role.REGISTRAR, path + "/confirmations", Map.of("year", 1));
        post(path + "/results", Map.of("year", 2, "reached", Map.of("a", 3)));
        body.put("institutionCode", "T02");
        body.put("memberId", second);
        post("/v1/director-tenures", body);
        await().untilAsserted(() -> {
            Map<String, JsonNode> rows = new TreeMap<>();
            topics().listed("/v1/director-tenures")
                    .forEach((id, row) -> rows.put(
                            id, registry.hr().get("/v1/director-tenures/" + id).json()));
            topics().assertTold(
                            "staff.director-tenures",
                            rows,
                            RecordRebuildTests::judged,
                            "method",
                            "announcedOn",
                            "candidates",
                            "noticeFrom",
                            "noticeTo",
                            "targets",
                            "recordedAt",
                            "recordedBy",
                            "agreedBy",
                            "endedOn",
                            "endingReason",
                            "rewards");
        });
    }

    /** With the results that two people stand for. */
    private static ObjectNode judged(ObjectNode tenure) {
        List<ObjectNode> confirmed = tenure.path("results")
                .valueStream()
                .filter(result -> result.path("confirmedBy").isString())
                .map(result -> ((ObjectNode) result.deepCopy()).remove(List.of("reached", "recordedBy", "confirmedBy")))
                .toList();
        tenure.putArray("results").addAll(confirmed);
        return tenure.put("agreed", tenure.path("agreedBy").isString());
    }

    @Test
    void remediationCasesAndAlerts_R6() {
        post("/v1/remediation-cases", Map.of("memberId", first, "gap", "other", "required", "certificate"));
        created(registry.hr()
                .post(
                        "/v1/licences",
                        licence(
                                first,
                                "SOON",
                                "T01",
                                "validTo",
                                today.plusDays(20).toString())));
        alerts.lookAt(registry.association());
        told(
                "staff.remediation-cases",
                "/v1/remediation-cases",
                AS_IT_IS,
                "detected",
                "overdue",
                "openedAt",
                "openedBy",
                "tasks",
                "outcomeBy",
                "outcomeNote",
                "decidedBy",
                "decisionReason",
                "ends",
                "closedBy",
                "closingNote");
        told("staff.alerts", "/v1/alerts", AS_IT_IS, "message", "acknowledgedBy", "note");
    }

    private static UnaryOperator<ObjectNode> annulled(String by) {
        return row -> row.put("annulled", row.path(by).isString());
    }

    private void told(String topic, String list, UnaryOperator<ObjectNode> inTermsOfEvents, String... untold) {
        await().untilAsserted(() -> topics().assertTold(topic, topics().listed(list), inTermsOfEvents, untold));
    }
}
