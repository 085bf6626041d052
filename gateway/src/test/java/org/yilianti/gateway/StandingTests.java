package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Closing, reopening and the own password: what ends with them, and who may do it (G2). */
@ExtendWith(GatewayTest.class)
class StandingTests {

    private static final String REASON = "{\"reason\":\"left the association\"}";
    private static final String ANOTHER = "another battery staple horse";

    private final GatewayTest.Shared shared;
    private final Caller caller;

    StandingTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void aClosedAccountLosesItsTokensAndSessionsAtOnceAndCannotSignInUntilItIsReopened() {
        open("leaver-1");
        String token = shared.caller().personToken("leaver-1");
        Caller browser = shared.caller();
        browser.openSession("leaver-1");
        assertThat(browser.get("/v1/members").statusCode()).isEqualTo(200);
        assertThat(asBearer(token).statusCode()).isEqualTo(200);

        assertThat(admin("POST", "/v1/accounts/leaver-1/closures", REASON).statusCode())
                .isEqualTo(200);

        assertThat(asBearer(token).statusCode()).isEqualTo(401);
        assertThat(browser.get("/v1/members").statusCode()).isEqualTo(401);
        assertThat(Caller.location(shared.caller().signIn("leaver-1", RunningGateway.PASSWORD)))
                .endsWith("/login?error");

        JsonNode reopened = Caller.json(admin("POST", "/v1/accounts/leaver-1/reopenings", REASON));
        assertThat(reopened.get("closed").asBoolean()).isFalse();
        assertThat(asBearer(token).statusCode()).as("an old token stays dead").isEqualTo(401);
        Caller again = shared.caller();
        again.openSession("leaver-1");
        assertThat(again.get("/v1/members").statusCode()).isEqualTo(200);
    }

    @Test
    void aClosedMachineGetsNoToken() {
        String token = caller.machineToken("his");
        admin("POST", "/v1/accounts/his/closures", REASON);
        try {
            assertThat(caller.clientCredentials("his", RunningGateway.CLIENT_SECRET)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(asBearer(token).statusCode()).isEqualTo(401);
        } finally {
            admin("POST", "/v1/accounts/his/reopenings", REASON);
        }
        assertThat(caller.clientCredentials("his", RunningGateway.CLIENT_SECRET).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAccountIsClosedOnceAndForAReason() {
        open("leaver-2");

        assertThat(code(admin("POST", "/v1/accounts/leaver-2/reopenings", REASON)))
                .isEqualTo("account.open");
        HttpResponse<String> unreasoned = admin("POST", "/v1/accounts/leaver-2/closures", "{\"reason\":\" \"}");
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(Caller.json(unreasoned).at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(admin("POST", "/v1/accounts/leaver-2/closures", REASON).statusCode())
                .isEqualTo(200);
        assertThat(code(admin("POST", "/v1/accounts/leaver-2/closures", REASON)))
                .isEqualTo("account.closed");
    }

    @Test
    void nobodyChangesTheOwnGrantsOrStanding() {
        HttpResponse<String> grants = caller.call(
                shared.token("admin"),
                "PUT",
                "/v1/accounts/admin/grants",
                "{\"grants\":[{\"role\":\"payroll-officer\",\"institutions\":[\"*\"]}]}",
                "If-Match",
                "\"0\"");

        assertThat(grants.statusCode()).isEqualTo(403);
        assertThat(code(grants)).isEqualTo("account.own");
        assertThat(code(admin("POST", "/v1/accounts/admin/closures", REASON))).isEqualTo("account.own");
    }

    @Test
    void aPersonChangesThePasswordAndEverySessionEnds() throws InterruptedException {
        open("changer-1");
        Caller atIssuer = shared.caller();
        String token = atIssuer.personToken("changer-1");
        Caller browser = shared.caller();
        browser.openSession("changer-1");
        Thread.sleep(1100); // a token of the very second of the change would stay valid

        HttpResponse<String> changed = changePassword(token, RunningGateway.PASSWORD, ANOTHER);

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(asBearer(token).statusCode()).isEqualTo(401);
        assertThat(browser.get("/v1/members").statusCode()).isEqualTo(401);
        assertThat(Caller.location(atIssuer.get(Caller.authorization(java.util.Map.of()))))
                .as("the sign-in at the issuer has ended, too")
                .endsWith("/login");
        assertThat(Caller.location(shared.caller().signIn("changer-1", RunningGateway.PASSWORD)))
                .endsWith("/login?error");
        Caller anew = shared.caller();
        String fresh = Caller.json(anew.exchange(anew.code("changer-1", ANOTHER), Caller.VERIFIER))
                .get("access_token")
                .asString();
        assertThat(asBearer(fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordIsNotChangedWithoutThePresentOneAndGuessingItLocks() {
        open("changer-2");
        String token = shared.caller().personToken("changer-2");

        assertThat(code(changePassword(token, RunningGateway.PASSWORD, "short")))
                .isEqualTo("password.too-short");
        assertThat(code(changePassword(token, RunningGateway.PASSWORD, RunningGateway.PASSWORD)))
                .isEqualTo("password.same");
        for (int guess = 0; guess < 5; guess++) {
            HttpResponse<String> wrong = changePassword(token, "guess " + guess, ANOTHER);
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(code(wrong)).isEqualTo("password.wrong");
        }
        assertThat(code(changePassword(token, RunningGateway.PASSWORD, ANOTHER)))
                .isEqualTo("password.locked");
        assertThat(Caller.location(shared.caller().signIn("changer-2", RunningGateway.PASSWORD)))
                .endsWith("/login?locked");
        assertThat(code(changePassword(caller.machineToken("hr-import"), "x", ANOTHER)))
                .isEqualTo("password.none");
    }

    @Test
    void aBrowserSessionAdministersWithTheCsrfHeader() {
        Caller browser = shared.caller();
        browser.openSession("admin");
        JsonNode csrf = Caller.json(browser.get("/v1/session")).get("csrf");

        HttpResponse<String> opened = browser.send(browser.request("/v1/accounts")
                .header(csrf.get("header").asString(), csrf.get("token").asString())
                .header("Idempotency-Key", "from-a-browser")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account("browser-1"))));

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(browser.get("/v1/accounts/browser-1").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> changePassword(String token, String present, String next) {
        return caller.call(
                token, "PUT", "/v1/session/password", "{\"present\":\"%s\",\"next\":\"%s\"}".formatted(present, next));
    }

    private HttpResponse<String> asBearer(String token) {
        return caller.call(token, "GET", "/v1/members", "");
    }

    private void open(String name) {
        assertThat(admin("POST", "/v1/accounts", account(name)).statusCode()).isEqualTo(201);
    }

    private static String account(String name) {
        return """
                {"name":"%s","displayName":"%s","password":"%s","grants":[]}""".formatted(name, name, RunningGateway.PASSWORD);
    }

    private HttpResponse<String> admin(String method, String path, String body) {
        return caller.call(shared.token("admin"), method, path, body);
    }

    private static String code(HttpResponse<String> answer) {
        return Caller.json(answer).get("code").asString();
    }
}
