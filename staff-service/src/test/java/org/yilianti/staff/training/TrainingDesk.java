package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.staff.Registry;
import tools.jackson.databind.JsonNode;

/** What tests of training ask of an association's registry. */
public record TrainingDesk(Registry registry, LocalDate today) {

    /** A temporary course of class II with five credits, until next year, changed by alternating names and values. */
    public Map<String, Object> course(String institution, Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "institutionCode",
                institution,
                "kind",
                "lecture",
                "title",
                "基层高血压管理",
                "creditClass",
                "class-ii",
                "credits",
                5,
                "validFrom",
                today.minusYears(1).toString(),
                "validTo",
                today.plusYears(1).toString()));
        return changed(body, changes);
    }

    /** A session of today with one place at no cost, changed by alternating names and values. */
    public Map<String, Object> session(UUID course, Object... changes) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "programmeId",
                course,
                "place",
                "示教室一",
                "startsOn",
                today.toString(),
                "endsOn",
                today.toString(),
                "applyUntil",
                today.toString(),
                "capacity",
                1,
                "costFen",
                0));
        return changed(body, changes);
    }

    /** Criteria of a sought-after session: half for the countryside, half by recommendation. */
    public static List<Map<String, Object>> criteria() {
        return List.of(
                Map.of("measure", "rural", "weight", 0.5, "full", 1),
                Map.of("measure", "priority", "weight", 0.5, "full", 10));
    }

    /** Announces a course with a session; gives the session's id. */
    public UUID announced(String institution, Object... changes) {
        UUID course = created(registry.hr().post("/v1/training-programmes", course(institution)));
        return created(registry.hr().post("/v1/training-sessions", session(course, changes)));
    }

    public Answer apply(UUID session, UUID member) {
        return apply(session, member, 0);
    }

    public Answer apply(UUID session, UUID member, int priority) {
        return registry.hr()
                .post(
                        "/v1/training-enrolments",
                        Map.of("sessionId", session, "memberId", member, "priority", priority));
    }

    /** Closes applications a day before today. */
    public void close(UUID session, Object... changes) {
        Answer shown = registry.hr().get("/v1/training-sessions/" + session);
        Map<String, Object> body = session(
                UUID.fromString(shown.json().path("programmeId").asString()),
                "startsOn",
                shown.json().path("startsOn").asString(),
                "endsOn",
                shown.json().path("endsOn").asString(),
                "capacity",
                shown.json().path("capacity").asInt(),
                "costFen",
                shown.json().path("costFen").asInt(),
                "criteria",
                criteria(),
                "applyUntil",
                today.minusDays(1).toString());
        Answer closed =
                registry.hr().put("/v1/training-sessions/" + session, changed(body, changes), shown.header("ETag"));
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    }

    public Answer select(UUID session) {
        return registry.hr().post("/v1/training-sessions/" + session + "/selections", Map.of());
    }

    /** Records attendance and assessment. */
    public Answer end(UUID enrolment, int attended, String assessment) {
        return registry.hr()
                .post(
                        "/v1/training-enrolments/" + enrolment + "/results",
                        Map.of("attendedPercent", attended, "assessment", assessment));
    }

    JsonNode enrolments(UUID session) {
        return registry.hr()
                .get("/v1/training-enrolments?session=" + session)
                .json()
                .path("items");
    }

    String state(UUID enrolment) {
        return registry.hr()
                .get("/v1/training-enrolments/" + enrolment)
                .json()
                .path("state")
                .asString();
    }

    /** Sets this year's budget of an institution; gives its id. */
    public UUID budget(String institution, long amountFen) {
        return created(registry.as(Role.ASSOCIATION_ADMIN, "*")
                .post(
                        "/v1/training-budgets",
                        Map.of("institutionCode", institution, "year", today.getYear(), "amountFen", amountFen)));
    }

    JsonNode budget(UUID id) {
        return registry.hr().get("/v1/training-budgets/" + id).json();
    }

    private static Map<String, Object> changed(Map<String, Object> body, Object... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            body.put((String) changes[i], changes[i + 1]);
        }
        return body;
    }
}
