package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about an emergency team of one institution. */
record TeamExamples(Registry registry, UUID member, String here) {

    List<Example> all() {
        Map<String, Object> body =
                Map.of("institutionCode", here, "name", "team", "purpose", "flood", "termFrom", "2026-01-01");
        UUID id = Registry.created(registry.hr().post("/v1/emergency-teams", body));
        Map<String, Object> service = Map.of("teamId", id, "memberId", member, "duty", "member");
        UUID serving = Registry.created(registry.hr().post("/v1/emergency-team-members", service));
        Map<String, Object> drill = Map.of(
                "teamId",
                id,
                "heldOn",
                "2026-02-01",
                "subject",
                "test",
                "arrivals",
                List.of(Map.of("teamMemberId", serving)));
        UUID held = Registry.created(registry.hr().post("/v1/emergency-drills", drill));
        String path = "/v1/emergency-teams/" + id;
        String members = "/v1/emergency-team-members/" + serving;
        return List.of(
                list("GET /v1/emergency-teams", "/v1/emergency-teams", id.toString()),
                list("GET /v1/emergency-teams/findings", "/v1/emergency-teams/findings", id.toString()),
                refused("GET /v1/emergency-teams/{id}", path, null),
                refused("POST /v1/emergency-teams", "/v1/emergency-teams", body),
                refused("PUT /v1/emergency-teams/{id}", path, body),
                refused("POST /v1/emergency-teams/{id}/renewals", path + "/renewals", Map.of()),
                list("GET /v1/emergency-team-members", "/v1/emergency-team-members", serving.toString())
                        .of("S00001"),
                refused("POST /v1/emergency-team-members", "/v1/emergency-team-members", service),
                refused("PUT /v1/emergency-team-members/{id}", members, service),
                refused(
                                "POST /v1/emergency-team-members/{id}/declarations",
                                members + "/declarations",
                                Map.of("ready", true, "minutes", 60))
                        .of("S00001"),
                refused("POST /v1/emergency-team-members/{id}/verifications", members + "/verifications", Map.of()),
                refused("POST /v1/emergency-team-members/{id}/departures", members + "/departures", Map.of()),
                list("GET /v1/emergency-drills", "/v1/emergency-drills", held.toString()),
                refused("GET /v1/emergency-drills/{id}", "/v1/emergency-drills/" + held, null),
                refused("POST /v1/emergency-drills", "/v1/emergency-drills", drill),
                refused("POST /v1/emergency-teams/{id}/dissolutions", path + "/dissolutions", Map.of()));
    }
}
