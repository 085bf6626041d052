package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a path to the service that owns it. */
@ExtendWith(GatewayTest.class)
class RoutingTests {

    private final GatewayTest.Shared shared;
    private final Caller caller;
    private final String token;

    RoutingTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
        this.token = caller.machineToken("hr-import");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/association, staff",
        "/v1/institutions, staff",
        "/v1/members/1/appointments, staff",
        "/v1/appointments/1/endings, staff",
        "/v1/licences/1/suspensions, staff",
        "/v1/import-templates/members, staff",
        "/v1/imports/1/rows, staff",
        "/v1/exports/members, staff",
        "/v1/practice-decisions, rotation",
        "/v1/practice-applications/1/consents, rotation",
        "/v1/practice-agreements, rotation",
        "/v1/duty-demands, rotation",
        "/v1/roster-plans/1/duties, rotation",
        "/v1/duties, rotation",
        "/v1/service-records/confirmations, rotation",
        "/v1/indicator-schemes, incentive",
        "/v1/evaluations/1/measures, incentive",
        "/v1/pay-pools, incentive",
        "/v1/pay-runs/1/statements, incentive",
        "/v1/pay-statements/1, incentive",
        "/v1/my/pay-statements, incentive",
        "/v1/ledger/trial-balance, incentive",
        "/v1/audit-entries/staff, staff",
        "/v1/audit-entries/rotation, rotation",
        "/v1/parked-events/incentive/7/replays, incentive"
    })
    void aResourceLeadsToItsService(String path, String service) {
        assertThat(Caller.json(get(path)).get("service").asString()).isEqualTo(service);
    }

    @Test
    void theQueryArrivesAsItWasSent() {
        get("/v1/members?q=%E5%BC%A0%20%26&institution=H01&institution=H02");

        assertThat(shared.staff.lastAsked().uri())
                .isEqualTo("/v1/members?q=%E5%BC%A0%20%26&institution=H01&institution=H02");
    }

    @Test
    void whatAClientClaimsAboutItselfNeverReachesAService() {
        caller.send(caller.request("/v1/members")
                .header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", "10.9.9.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.9.9.9")
                .header("X-Real-IP", "10.9.9.9")
                .header("X-User", "admin")
                .header("X-Roles", "association-admin")
                .header("X-Original-URL", "/v1/ledger")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "inner=1")
                .header("Idempotency-Key", "k-1")
                .header("Content-Disposition", "attachment; filename=\"scan.png\""));

        UpstreamService.Asked asked = shared.staff.lastAsked();
        assertThat(asked.headers().toString()).doesNotContain("evil", "10.9.9.9", "association-admin", "inner=1");
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.header("X-Forwarded-Host")).containsExactly("127.0.0.1");
        assertThat(asked.header("X-Original-URL")).isEmpty();
        assertThat(asked.header("X-HTTP-Method-Override")).isEmpty();
        assertThat(asked.header("Idempotency-Key")).containsExactly("k-1");
        assertThat(asked.header("Content-Disposition")).containsExactly("attachment; filename=\"scan.png\"");
        assertThat(asked.method()).isEqualTo("GET");
    }

    @Test
    void whatAServiceSaysForTheInsideStaysInside() {
        HttpResponse<String> answer = get("/v1/imports/7");

        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/v1/imports/7?x=1");
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1).noneMatch(value -> value.contains("public"));
    }

    @Test
    void aWellFormedCorrelationIdIsKeptOnTheWholeWay() {
        HttpResponse<String> answer = caller.send(caller.request("/v1/members")
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "import-2026-10.1"));

        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("import-2026-10.1");
        assertThat(shared.staff.lastAsked().header("X-Correlation-Id")).containsExactly("import-2026-10.1");
    }

    @Test
    void aCorrelationIdThatCouldForgeALogLineIsReplaced() {
        HttpResponse<String> answer = caller.send(caller.request("/v1/members")
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "a b sign-in accepted: admin"));

        String id = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(shared.staff.lastAsked().header("X-Correlation-Id")).containsExactly(id);
    }

    @Test
    void everyDocumentIsFetchedThroughTheGatewayAndPointsAtTheGateway() {
        for (String service : new String[] {"staff", "rotation", "incentive"}) {
            HttpResponse<String> document = caller.get("/v1/api-docs/" + service);

            assertThat(document.statusCode()).isEqualTo(200);
            assertThat(Caller.json(document).at("/info/title").asString()).isEqualTo(service + "-service");
            assertThat(Caller.json(document).get("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        }
    }

    private HttpResponse<String> get(String path) {
        return caller.send(caller.request(path).header("Authorization", "Bearer " + token));
    }
}
