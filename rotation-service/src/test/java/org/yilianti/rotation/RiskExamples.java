package org.yilianti.rotation;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about the terms of an agreement and the incidents under it, which are of its two institutions only. */
final class RiskExamples {

    private RiskExamples() {}

    static List<Example> of(TestRotation rotation, TestMonth month) {
        String agreement = rotation.registrar()
                .get("/v1/practice-agreements?member=" + month.cardiologist)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        List<Example> examples = new ArrayList<>(terms(rotation, month, "/v1/practice-agreements/" + agreement));
        examples.addAll(incidents(rotation, month, agreement));
        return examples;
    }

    private static List<Example> terms(TestRotation rotation, TestMonth month, String agreement) {
        Map<String, Object> terms = new HashMap<>(TestRotation.application(month.cardiologist, month.centre));
        terms.remove("memberId");
        terms.remove("hostInstitutionId");
        Map<String, Object> proposal = Map.of(
                "side",
                "home",
                "effectiveFrom",
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(60).toString(),
                "reason",
                "test",
                "terms",
                terms);
        String name = "/v1/practice-agreements/{id}";
        String amendment = agreement + "/amendments/"
                + rotation.registrarOf(month.hospitalCode)
                        .post(agreement + "/amendments", proposal)
                        .id();
        Map<String, Object> reason = Map.of("reason", "test");
        return List.of(
                refused("GET " + name + "/versions", agreement + "/versions", null),
                refused("GET " + name + "/weeks", agreement + "/weeks?from=2026-10-01&to=2026-11-01", null),
                refused("GET " + name + "/document", agreement + "/document", null),
                refused(
                        "POST " + name + "/fingerprint-verifications",
                        agreement + "/fingerprint-verifications",
                        Map.of("fingerprint", "0".repeat(64))),
                refused("GET " + name + "/amendments", agreement + "/amendments", null),
                refused("POST " + name + "/amendments", agreement + "/amendments", proposal),
                refused("POST " + name + "/amendments/{amendmentId}/consents", amendment + "/consents", Map.of()),
                refused("POST " + name + "/amendments/{amendmentId}/refusals", amendment + "/refusals", reason),
                refused("POST " + name + "/amendments/{amendmentId}/withdrawals", amendment + "/withdrawals", reason));
    }

    private static List<Example> incidents(TestRotation rotation, TestMonth month, String agreement) {
        Map<String, Object> report = Map.of(
                "agreementId", agreement,
                "occurredAt", "2026-10-06T06:00:00Z",
                "severity", "minor",
                "description", "test");
        String incident =
                "/v1/incidents/" + rotation.hr().post("/v1/incidents", report).id();
        Map<String, Object> note = Map.of("note", "test");
        Map<String, Object> damage = Map.of("damageFen", 1_000, "note", "test");
        rotation.registrarOf(month.hospitalCode).post(incident + "/reviews", note);
        rotation.registrarOf(month.hospitalCode).post(incident + "/settlements", damage);
        Map<String, Object> override = Map.of(
                "side", "home", "parts", Map.of("homeFen", 1_000, "hostFen", 0, "memberFen", 0), "reason", "test");
        String one = incident + "/overrides/"
                + rotation.registrarOf(month.hospitalCode)
                        .post(incident + "/overrides", override)
                        .id();
        Map<String, Object> reason = Map.of("reason", "test");
        String name = "/v1/incidents/{id}";
        return List.of(
                list("GET /v1/incidents", "/v1/incidents?agreement=" + agreement, agreement),
                list(
                        "GET /v1/incidents/totals",
                        "/v1/incidents/totals?by=person&from=2026-10-01&to=2026-11-01",
                        month.cardiologist.toString()),
                refused("POST /v1/incidents", "/v1/incidents", report).unknownAs("agreement.unknown"),
                refused("GET " + name, incident, null),
                refused("POST " + name + "/reviews", incident + "/reviews", note),
                refused("POST " + name + "/settlements", incident + "/settlements", damage),
                refused("GET " + name + "/overrides", incident + "/overrides", null),
                refused("POST " + name + "/overrides", incident + "/overrides", override),
                refused("POST " + name + "/overrides/{overrideId}/consents", one + "/consents", Map.of()),
                refused("POST " + name + "/overrides/{overrideId}/refusals", one + "/refusals", reason),
                refused("POST " + name + "/overrides/{overrideId}/withdrawals", one + "/withdrawals", reason),
                refused("POST " + name + "/closings", incident + "/closings", note));
    }
}
