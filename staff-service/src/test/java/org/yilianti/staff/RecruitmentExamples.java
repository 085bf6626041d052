package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

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
        return List.of(
                list("GET /v1/recruitment-campaigns", "/v1/recruitment-campaigns", draft.toString()),
                refused("GET /v1/recruitment-campaigns/{id}", path, null),
                refused("POST /v1/recruitment-campaigns", "/v1/recruitment-campaigns", body),
                refused("PUT /v1/recruitment-campaigns/{id}", path, body),
                refused("POST /v1/recruitment-campaigns/{id}/publications", path + "/publications", Map.of()));
    }
}
