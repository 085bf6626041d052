package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.staff.recruitment.RecruitmentDesk;

/** Requests about a campaign of one institution. */
record RecruitmentExamples(Registry registry, String here, JdbcClient jdbc) {

    List<Example> all() {
        RecruitmentDesk desk = new RecruitmentDesk(registry);
        UUID line = desk.line(here, 9);
        Map<String, Object> body = desk.campaign(here, List.of(RecruitmentDesk.position(line)));
        UUID draft = Registry.created(registry.hr().post("/v1/recruitment-campaigns", body));
        String path = "/v1/recruitment-campaigns/" + draft;
        UUID running = desk.published(here, List.of(RecruitmentDesk.position(line)));
        Map<String, Object> application = desk.application(running, 7);
        UUID id = Registry.created(registry.hr().post("/v1/recruitment-applications", application));
        List<Example> examples = new ArrayList<>(ofCampaigns(path, draft, body));
        examples.addAll(ofObjections(objection(desk, line)));
        examples.addAll(ofApplications("/v1/recruitment-applications/" + id, id, application));
        return examples;
    }

    private static List<Example> ofCampaigns(String path, UUID id, Map<String, Object> body) {
        String campaigns = "/v1/recruitment-campaigns";
        return List.of(
                list("GET " + campaigns, campaigns, id.toString()),
                refused("GET /v1/recruitment-campaigns/{id}", path, null),
                refused("POST " + campaigns, campaigns, body),
                refused("PUT /v1/recruitment-campaigns/{id}", path, body),
                refused("POST /v1/recruitment-campaigns/{id}/publications", path + "/publications", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/score-sheets", path + "/score-sheets", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/rankings", path + "/rankings", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/approvals", path + "/approvals", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/rejections", path + "/rejections", Map.of()),
                refused("GET /v1/recruitment-campaigns/{id}/ranking", path + "/ranking", null),
                refused("GET /v1/recruitment-campaigns/{id}/ranking-preview", path + "/ranking-preview", null),
                refused("GET /v1/recruitment-campaigns/{id}/ranking-sheet", path + "/ranking-sheet", null),
                refused(
                        "POST /v1/recruitment-campaigns/{id}/objections",
                        path + "/objections",
                        Map.of("statement", "x")),
                refused("POST /v1/recruitment-campaigns/{id}/offers", path + "/offers", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/closings", path + "/closings", Map.of()),
                refused("POST /v1/recruitment-campaigns/{id}/cancellations", path + "/cancellations", Map.of()));
    }

    /** An objection to the ranking of a campaign to which nobody could apply but before yesterday. */
    private UUID objection(RecruitmentDesk desk, UUID line) {
        UUID noticed = desk.published(here, List.of(RecruitmentDesk.position(line)));
        desk.closeApplications(jdbc, noticed);
        desk.rank(noticed);
        desk.approve(noticed);
        Map<String, Object> statement = Map.of("statement", "test");
        return Registry.created(registry.hr().post("/v1/recruitment-campaigns/" + noticed + "/objections", statement));
    }

    private static List<Example> ofObjections(UUID id) {
        String objections = "/v1/recruitment-objections";
        return List.of(
                list("GET " + objections, objections, id.toString()),
                refused(
                        "POST " + objections + "/{id}/decisions",
                        objections + "/" + id + "/decisions",
                        Map.of("upheld", false, "reason", "test")));
    }

    private static List<Example> ofApplications(String path, UUID id, Map<String, Object> body) {
        String applications = "/v1/recruitment-applications";
        String one = "/v1/recruitment-applications/{id}";
        return List.of(
                list("GET " + applications, applications, id.toString(), "候选人007"),
                refused("GET " + one, path, null),
                refused("POST " + applications, applications, body),
                refused("POST " + one + "/withdrawals", path + "/withdrawals", Map.of()),
                refused("POST " + one + "/eligibility-decisions", path + "/eligibility-decisions", Map.of()),
                refused("PUT " + one + "/scores", path + "/scores", Map.of()),
                refused("POST " + one + "/acceptances", path + "/acceptances", Map.of()),
                refused("POST " + one + "/declines", path + "/declines", Map.of("reason", "test")),
                refused("POST " + one + "/appointments", path + "/appointments", Map.of()));
    }
}
