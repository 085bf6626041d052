package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about the tenure of the director of one institution. */
record TenureExamples(Registry registry, UUID member, String here) {

    List<Example> all() {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "memberId",
                member,
                "institutionCode",
                here,
                "post",
                "director",
                "termFrom",
                "2026-03-01",
                "candidates",
                2));
        body.put("method", "open-competition");
        body.put("announcedOn", "2026-01-01");
        body.put("noticeFrom", "2026-02-01");
        body.put("noticeTo", "2026-02-20");
        body.put("targets", List.of(Map.of("code", "a", "title", "a", "goal", 1, "weight", 1)));
        UUID id = Registry.created(registry.hr().post("/v1/director-tenures", body));
        String path = "/v1/director-tenures/" + id;
        return List.of(
                list("GET /v1/director-tenures", "/v1/director-tenures", id.toString())
                        .of("S00001"),
                refused("GET /v1/director-tenures/{id}", path, null).of("S00001"),
                refused("POST /v1/director-tenures", "/v1/director-tenures", body),
                refused("PUT /v1/director-tenures/{id}", path, body),
                refused("POST /v1/director-tenures/{id}/agreements", path + "/agreements", Map.of()),
                refused("POST /v1/director-tenures/{id}/results", path + "/results", Map.of("year", 1)),
                refused("POST /v1/director-tenures/{id}/confirmations", path + "/confirmations", Map.of("year", 1)),
                refused("POST /v1/director-tenures/{id}/endings", path + "/endings", Map.of()));
    }
}
