package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.staff.training.TrainingDesk;

/** Requests about the training of one institution, with something real behind each. */
record TrainingExamples(Registry registry, UUID member, String here) {

    static final Map<String, String> PUBLIC = Map.of(
            "GET /v1/training-programmes", "courses are public in the association",
            "GET /v1/training-programmes/{id}", "courses are public in the association",
            "GET /v1/training-sessions", "sessions are public in the association",
            "GET /v1/training-sessions/{id}", "sessions are public in the association");

    List<Example> all() {
        TrainingDesk desk = new TrainingDesk(registry, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        UUID course = Registry.created(registry.hr().post("/v1/training-programmes", desk.course(here)));
        UUID session = Registry.created(registry.hr().post("/v1/training-sessions", desk.session(course)));
        Map<String, Object> application = Map.of("sessionId", session, "memberId", member);
        UUID enrolment = Registry.created(registry.hr().post("/v1/training-enrolments", application));
        Map<String, Object> certificate = Registry.credits(member, "class-i", 2025);
        UUID credit = Registry.created(registry.hr().post("/v1/training-credits", certificate));
        Map<String, Object> budget = Map.of("institutionCode", here, "year", 2026, "amountFen", 5);
        UUID purse = Registry.created(registry.as(Role.ASSOCIATION_ADMIN, "*").post("/v1/training-budgets", budget));
        String sessions = "/v1/training-sessions/" + session;
        String enrolments = "/v1/training-enrolments/" + enrolment;
        String budgets = "/v1/training-budgets/" + purse;
        Map<String, Object> reason = Map.of("reason", "test");
        return List.of(
                refused("POST /v1/training-programmes", "/v1/training-programmes", desk.course(here)),
                refused("PUT /v1/training-programmes/{id}", "/v1/training-programmes/" + course, desk.course(here)),
                refused(
                        "POST /v1/training-programmes/{id}/conversions",
                        "/v1/training-programmes/" + course + "/conversions",
                        reason),
                refused("POST /v1/training-sessions", "/v1/training-sessions", desk.session(course)),
                refused("PUT /v1/training-sessions/{id}", sessions, desk.session(course)),
                refused("POST /v1/training-sessions/{id}/selections", sessions + "/selections", Map.of()),
                refused("POST /v1/training-sessions/{id}/cancellations", sessions + "/cancellations", Map.of()),
                list("GET /v1/training-enrolments", "/v1/training-enrolments", enrolment.toString())
                        .of("S00001"),
                refused("GET /v1/training-enrolments/{id}", enrolments, null).of("S00001"),
                refused("POST /v1/training-enrolments", "/v1/training-enrolments", application),
                refused("POST /v1/training-enrolments/{id}/results", enrolments + "/results", Map.of()),
                refused("POST /v1/training-enrolments/{id}/annulments", enrolments + "/annulments", reason),
                refused("POST /v1/training-enrolments/{id}/withdrawals", enrolments + "/withdrawals", Map.of()),
                list("GET /v1/training-credits", "/v1/training-credits", credit.toString())
                        .of("S00001"),
                refused("POST /v1/training-credits", "/v1/training-credits", certificate),
                refused(
                        "POST /v1/training-credits/{id}/annulments",
                        "/v1/training-credits/" + credit + "/annulments",
                        Map.of()),
                list("GET /v1/training-accounts", "/v1/training-accounts", member.toString())
                        .of("S00001"),
                list("GET /v1/training-reports", "/v1/training-reports", "\"" + here + "\""),
                list("GET /v1/training-budgets", "/v1/training-budgets", purse.toString()),
                refused("GET /v1/training-budgets/{id}", budgets, null),
                refused("POST /v1/training-budgets", "/v1/training-budgets", budget),
                refused("PUT /v1/training-budgets/{id}", budgets, budget),
                refused("POST /v1/training-budgets/{id}/permits", budgets + "/permits", Map.of()));
    }
}
