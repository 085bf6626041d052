package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about a remediation case of one institution. */
record RemediationExamples(Registry registry, UUID member) {

    List<Example> all() {
        Map<String, Object> body = Map.of("memberId", member, "gap", "other", "required", "certificate");
        UUID id = Registry.created(registry.hr().post("/v1/remediation-cases", body));
        String path = "/v1/remediation-cases/" + id;
        return List.of(
                list("GET /v1/remediation-cases", "/v1/remediation-cases", id.toString())
                        .of("S00001"),
                refused("GET /v1/remediation-cases/{id}", path, null).of("S00001"),
                refused("POST /v1/remediation-cases", "/v1/remediation-cases", body),
                refused("POST /v1/remediation-cases/{id}/tasks", path + "/tasks", Map.of("programmeId", member)),
                refused("POST /v1/remediation-cases/{id}/outcomes", path + "/outcomes", Map.of("met", false)),
                refused("POST /v1/remediation-cases/{id}/decisions", path + "/decisions", Map.of()),
                refused("POST /v1/remediation-cases/{id}/revocations", path + "/revocations", Map.of("reason", "a")),
                refused("POST /v1/remediation-cases/{id}/annulments", path + "/annulments", Map.of()));
    }
}
