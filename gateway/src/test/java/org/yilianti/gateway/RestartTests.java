package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;
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
                        .doesNotContain("\"kty\"", "\"RSA\"");
            }
            String another = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
            assertThatThrownBy(() -> start(schema, staff, Map.of("PLATFORM_MASTER_KEY", another))
                            .close())
                    .hasStackTraceContaining("PLATFORM_MASTER_KEY is not the one it was sealed with");
        }
    }

    /** Two applications that set logging up at the same moment in one JVM garble it; processes do not share it. */
    @BeforeEach
    void leaveLoggingAlone() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    @AfterEach
    void setLoggingUpAgain() {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @Test
    void twoReplicasThatStartAtOnceOnAnEmptyStoreShareOneKeyAndOneSetOfAccounts() {
        try (UpstreamService staff = new UpstreamService("staff")) {
            DatabaseAccess schema = RunningGateway.newSchema();
            CompletableFuture<RunningGateway> other =
                    CompletableFuture.supplyAsync(() -> start(schema, staff, Map.of()));
            try (RunningGateway one = start(schema, staff, Map.of());
                    RunningGateway two = other.join()) {
                Caller atOne = new Caller(one.uri());
                Caller atTwo = new Caller(two.uri());
                assertThat(atOne.get("/oauth2/jwks").body())
                        .isEqualTo(atTwo.get("/oauth2/jwks").body());
                assertThat(atOne.machineToken("his")).isNotBlank();
                assertThat(atTwo.machineToken("hr-import")).isNotBlank();
                assertThat(one.bean(JdbcClient.class)
                                .sql("SELECT COUNT(*) FROM account")
                                .query(Long.class)
                                .single())
                        .as("29 people and 2 machines")
                        .isEqualTo(31);
            }
        }
    }

    @Test
    void aSessionGetsAFreshTokenWhenTheOldOneRunsOutAndEndsWithItsAccount() {
        try (UpstreamService staff = new UpstreamService("staff");
                RunningGateway gateway =
                        start(RunningGateway.newSchema(), staff, Map.of("gateway.issuer.access-token-ttl", "30s"))) {
            Caller browser = new Caller(gateway.uri());
            browser.openSession("hr");
            browser.get("/v1/members");
            browser.get("/v1/members");

            assertThat(staff.asked())
                    .extracting(asked -> asked.header("Authorization").getFirst())
                    .as("a token this close to its end is replaced before every call")
                    .doesNotHaveDuplicates();

            JdbcClient jdbc = gateway.bean(JdbcClient.class);
            jdbc.sql("DELETE FROM account_grant WHERE account = 'hr'").update();
            jdbc.sql("DELETE FROM account WHERE name = 'hr'").update();
            HttpResponse<String> ended = browser.get("/v1/members");
            assertThat(ended.statusCode()).isEqualTo(401);
            assertThat(Caller.json(ended).get("code").asString()).isEqualTo("session.ended");
        }
    }

    @Test
    void behindTlsTheCookieIsBoundToTheHostAndBusySessionsEndAfterTheAbsoluteTime() {
        try (UpstreamService staff = new UpstreamService("staff");
                RunningGateway gateway = start(
                        RunningGateway.newSchema(),
                        staff,
                        Map.of("PLATFORM_JWT_ISSUER", "https://hr.example.org", "gateway.session.absolute", "2s"))) {
            Caller browser = new Caller(gateway.uri());
            HttpResponse<String> page = browser.get("/login");
            String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("__Host-session=")
                    .contains("Secure", "HttpOnly", "Path=/")
                    .doesNotContain("Domain");
            assertThat(page.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=31536000"));

            String pair = cookie.substring(0, cookie.indexOf(';'));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> browser.send(browser.request("/login").header("Cookie", pair))
                            .headers()
                            .firstValue("Set-Cookie")
                            .filter(renewed -> !renewed.startsWith(pair))
                            .isPresent());
        }
    }

    private static RunningGateway start(DatabaseAccess schema, UpstreamService staff, Map<String, String> more) {
        Map<String, String> settings = new java.util.LinkedHashMap<>(more);
        settings.put("gateway.routing.staff-uris", staff.uri().toString());
        return RunningGateway.start(schema, settings);
    }
}
