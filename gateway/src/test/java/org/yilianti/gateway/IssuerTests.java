package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yilianti.gateway.UpstreamService.Asked;
import tools.jackson.databind.JsonNode;

/** A gateway whose issuer is elsewhere: here, another gateway, to which it is one confidential client among others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerTests {

    private static final String SECRET = "secret-of-the-other-gateway";
    private static final String ELSEWHERE = "http://127.0.0.1:54321/session/callback/gateway";

    private final UpstreamService staff = new UpstreamService("staff");
    private final RunningGateway issuer = RunningGateway.start(
            RunningGateway.newSchema(),
            Map.of(
                    "gateway.routing.staff-uris",
                    staff.uri().toString(),
                    "spring.config.additional-location",
                    "classpath:issuer.yml"));

    @AfterAll
    void stop() {
        issuer.close();
        staff.close();
    }

    @Test
    void aRefreshTokenWorksOnceAndItsReuseEndsTheAuthorization() {
        Caller portal = new Caller(issuer.uri());
        JsonNode first = Caller.json(token(
                portal,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        codeFor(portal),
                        "redirect_uri",
                        ELSEWHERE,
                        "code_verifier",
                        Caller.VERIFIER)));
        JsonNode second = Caller.json(refreshed(portal, first));
        assertThat(second.get("refresh_token").asString())
                .isNotEqualTo(first.get("refresh_token").asString());

        HttpResponse<String> reused = refreshed(portal, first);
        HttpResponse<String> successor = refreshed(portal, second);

        assertThat(Caller.json(reused).get("error").asString()).isEqualTo("invalid_grant");
        assertThat(Caller.json(successor).get("error").asString())
                .as("whoever has the successor may be the thief")
                .isEqualTo("invalid_grant");
    }

    @Test
    void sessionsAndBearerCallsWorkWithAnExternalIssuer() {
        try (RunningGateway gateway = RunningGateway.start(
                RunningGateway.newSchema(),
                Map.of(
                        "gateway.routing.staff-uris",
                        staff.uri().toString(),
                        "gateway.issuer.external-uri",
                        issuer.uri().toString(),
                        "gateway.issuer.client-id",
                        "portal",
                        "gateway.issuer.client-secret",
                        SECRET))) {
            allow(gateway);
            String token = new Caller(issuer.uri()).machineToken("his");
            Caller caller = new Caller(gateway.uri());
            assertThat(caller.send(caller.request("/v1/members").header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(caller.get("/oauth2/jwks").statusCode())
                    .as("the embedded issuer is off")
                    .isNotEqualTo(200);

            Caller browser = new Caller(gateway.uri());
            String authorization = Caller.location(browser.get("/session/start/gateway"));
            assertThat(authorization).startsWith(issuer.uri().toString());
            Caller atIssuer = new Caller(issuer.uri());
            atIssuer.get(authorization);
            HttpResponse<String> granted =
                    atIssuer.get(Caller.location(atIssuer.signIn("hr", RunningGateway.PASSWORD)));
            browser.get(Caller.location(granted));

            assertThat(Caller.json(browser.get("/v1/session")).get("account").asString())
                    .isEqualTo("hr");
            assertThat(browser.get("/v1/members").statusCode()).isEqualTo(200);
            Asked asked = staff.lastAsked();
            assertThat(Caller.part(asked.header("Authorization").getFirst().substring(7), 1)
                            .get("iss")
                            .asString())
                    .isEqualTo(issuer.uri().toString());
        }
    }

    /** The issuer learns the address of the other gateway, which is known only when it runs. */
    private void allow(RunningGateway gateway) {
        issuer.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("UPDATE oauth2_registered_client SET redirect_uris = ? WHERE client_id = 'portal'")
                .param(ELSEWHERE + "," + gateway.uri() + "/session/callback/gateway")
                .update();
    }

    private static String codeFor(Caller portal) {
        Map<String, String> changes = Map.of("client_id", "portal", "redirect_uri", ELSEWHERE);
        portal.get(Caller.authorization(changes));
        HttpResponse<String> granted = portal.get(Caller.location(portal.signIn("hr", RunningGateway.PASSWORD)));
        return Caller.parameter(Caller.location(granted), "code");
    }

    private static HttpResponse<String> refreshed(Caller portal, JsonNode tokens) {
        return token(
                portal,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asString()));
    }

    private static HttpResponse<String> token(Caller portal, Map<String, String> fields) {
        String credentials = Base64.getEncoder().encodeToString(("portal:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return portal.send(portal.request("/oauth2/token")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Caller.encoded(fields))));
    }
}
