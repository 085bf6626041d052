package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Browsers: signed in by a cookie, relayed with a token they never see. */
@ExtendWith(GatewayTest.class)
class SessionTests {

    private final GatewayTest.Shared shared;
    private final Caller browser;

    SessionTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.browser = shared.caller();
    }

    @Test
    void aSessionCallIsRelayedWithATokenThatTheBrowserNeverSees() {
        browser.openSession("scheduler");

        HttpResponse<String> answer = browser.get("/v1/roster-plans?month=2026-10");

        assertThat(answer.statusCode()).isEqualTo(200);
        UpstreamService.Asked asked = shared.rotation.lastAsked();
        String bearer = asked.header("Authorization").getFirst();
        assertThat(bearer).startsWith("Bearer eyJ");
        JsonNode claims = Caller.part(bearer.substring(7), 1);
        assertThat(claims.get("sub").asString()).isEqualTo("scheduler");
        assertThat(claims.get("client_id").asString()).isEqualTo("gateway");
        assertThat(claims.get("grants").toString()).isEqualTo("[{\"role\":\"scheduler\",\"institutions\":[\"*\"]}]");
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(answer.headers().map().toString() + answer.body()).doesNotContain("eyJ");
        assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("session");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = browser.get("/login").headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void theSessionIdChangesWhenSomebodySignsIn() {
        browser.get("/login");
        String before = browser.cookies().getFirst().getValue();

        browser.openSession("hr");

        assertThat(browser.cookies()).extracting(HttpCookie::getValue).doesNotContain(before);
    }

    @Test
    void theSessionSaysWhoIsSignedIn() {
        browser.openSession("registrar-h03");

        JsonNode caller = Caller.json(browser.get("/v1/session"));

        assertThat(caller.get("account").asString()).isEqualTo("registrar-h03");
        assertThat(caller.get("roles").toString()).isEqualTo("[\"registrar\"]");
        assertThat(caller.get("institutions").toString()).isEqualTo("[\"H03\"]");
    }

    @Test
    void aChangingCallWithoutTheCsrfHeaderIsRefusedAndNotRelayed() {
        browser.openSession("hr");
        int before = shared.staff.asked().size();

        HttpResponse<String> refused =
                browser.send(browser.request("/v1/members").POST(BodyPublishers.ofString("{}")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Caller.json(refused).get("code").asString()).isEqualTo("access.csrf");
        assertThat(shared.staff.asked()).hasSize(before);

        assertThat(browser.send(withCsrf("/v1/members").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSignedOutCookieIsWorthless() {
        browser.openSession("hr");
        List<HttpCookie> kept = List.copyOf(browser.cookies());

        HttpResponse<String> signedOut = browser.send(withCsrf("/v1/session").DELETE());
        assertThat(signedOut.statusCode()).isEqualTo(204);

        String cookie = kept.getFirst().getName() + "=" + kept.getFirst().getValue();
        Caller replay = shared.caller();
        assertThat(replay.send(replay.request("/v1/members").header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSignInAtTheIssuerToo() {
        browser.openSession("hr");
        browser.send(withCsrf("/v1/session").DELETE());

        HttpResponse<String> asked = browser.get(Caller.location(browser.get("/session/start/gateway")));

        assertThat(Caller.location(asked)).endsWith("/login");
    }

    @Test
    void nothingInTheStoreOfSessionsCanBeRead() {
        browser.openSession("hr");

        List<byte[]> attributes = shared.gateway
                .bean(JdbcClient.class)
                .sql("SELECT ATTRIBUTE_BYTES FROM SPRING_SESSION_ATTRIBUTES")
                .query((row, number) -> row.getBytes(1))
                .list();

        assertThat(attributes).isNotEmpty().allSatisfy(bytes -> assertThat(
                        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("eyJ", "java.", "springframework"));
    }

    private java.net.http.HttpRequest.Builder withCsrf(String path) {
        JsonNode csrf = Caller.json(browser.get("/v1/session")).get("csrf");
        return browser.request(path)
                .header(csrf.get("header").asString(), csrf.get("token").asString());
    }
}
