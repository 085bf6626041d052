package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;
import org.yilianti.staff.recruitment.RecruitmentDesk;

/** Requests about a campaign of one institution. */
record RecruitmentExamples(Registry registry, String here) {

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
                refused("POST /v1/recruitment-campaigns/{id}/score-sheets", path + "/score-sheets", Map.of()));
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
                refused("PUT " + one + "/scores", path + "/scores", Map.of()));
    }
}
