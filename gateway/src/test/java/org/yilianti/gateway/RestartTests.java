package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.local.database.DatabaseAccess;
import tools.jackson.databind.JsonNode;

/** What outlives the process, and what two replicas share. */
class RestartTests {

    @Test
    void aSecondReplicaAcceptsTokensAndSessionsOfTheFirstAndSeedsNothingAgain() {
        try (UpstreamService staff = new UpstreamService("staff")) {
            DatabaseAccess schema = RunningGateway.newSchema();
            Caller browser;
            String token;
            String keys;
            String cookie;
            String issuer;
            try (RunningGateway first = start(schema, staff, Map.of())) {
                issuer = first.uri().toString();
                browser = new Caller(first.uri());
                browser.openSession("hr");
                cookie = browser.cookies().getFirst().toString();
                token = browser.machineToken("his");
                keys = browser.get("/oauth2/jwks").body();
                first.bean(JdbcClient.class)
                        .sql("DELETE FROM account_grant WHERE account = 'his'")
                        .update();
            }
            try (RunningGateway second =
                    start(schema, staff, Map.of("PLATFORM_JWT_ISSUER", issuer, "SAMPLE_PASSWORD", "changed"))) {
                Caller caller = new Caller(second.uri());
                assertThat(caller.get("/oauth2/jwks").body()).isEqualTo(keys);
                assertThat(caller.send(caller.request("/v1/members").header("Authorization", "Bearer " + token))
                                .statusCode())
                        .isEqualTo(200);
                HttpResponse<String> inSession =
                        caller.send(caller.request("/v1/session").header("Cookie", cookie));
                assertThat(Caller.json(inSession).get("account").asString()).isEqualTo("hr");
                JsonNode claims = Caller.part(caller.machineToken("his"), 1);
                assertThat(claims.get("grants").toString())
                        .as("grants are read afresh, not seeded again")
                        .isEqualTo("[]");
            }
        }
    }

    @Test
    void theSigningKeyIsSealedAndAnotherMasterKeyDoesNotOpenIt() {
        try (UpstreamService staff = new UpstreamService("staff")) {
            DatabaseAccess schema = RunningGateway.newSchema();
            try (RunningGateway gateway = start(schema, staff, Map.of())) {
                byte[] sealed = gateway.bean(JdbcClient.class)
                        .sql("SELECT sealed FROM signing_key")
                        .query((row, number) -> row.getBytes(1))
                        .single();
                assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("RSA", "kty");
            }
            String another = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
            assertThatThrownBy(() -> start(schema, staff, Map.of("PLATFORM_MASTER_KEY", another))
                            .close())
                    .hasStackTraceContaining("PLATFORM_MASTER_KEY is not the one it was sealed with");
        }
    }

    private static RunningGateway start(DatabaseAccess schema, UpstreamService staff, Map<String, String> more) {
        Map<String, String> settings = new java.util.LinkedHashMap<>(more);
        settings.put("gateway.routing.staff-uris", staff.uri().toString());
        return RunningGateway.start(schema, settings);
    }
}
