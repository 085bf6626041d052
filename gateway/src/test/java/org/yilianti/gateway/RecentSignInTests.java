package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens tell when a person signed in, and a client may ask for a newer sign-in (I6, G2). */
@ExtendWith(GatewayTest.class)
class RecentSignInTests {

    private final GatewayTest.Shared shared;
    private final Caller caller;

    RecentSignInTests(GatewayTest.Shared shared) {
        this.shared = shared;
        this.caller = shared.caller();
    }

    @Test
    void aPersonsTokenTellsWhenThePersonSignedInAndAMachinesDoesNot() {
        long before = Instant.now().getEpochSecond();

        String token = caller.personToken("hr");

        assertThat(authTime(token)).isBetween(before, Instant.now().getEpochSecond());
        assertThat(Caller.part(caller.machineToken("his"), 1).has("auth_time")).isFalse();
    }

    @Test
    void whoeverIsSignedInIsSentToTheFormOnlyWhenTheRequestAsksForIt() {
        caller.code("hr");

        assertThat(Caller.location(caller.get(Caller.authorization(Map.of())))).startsWith(Caller.REDIRECT);
        assertThat(Caller.location(caller.get(Caller.authorization(Map.of("max_age", "600")))))
                .as("recent enough")
                .startsWith(Caller.REDIRECT);
        assertAsksForThePassword(Map.of("max_age", "0"));
        caller.signIn("hr", RunningGateway.PASSWORD);
        assertAsksForThePassword(Map.of("prompt", "login"));
    }

    @Test
    void aSignInThatWasAskedForGoesOnToTheClientWithItsNewTime() {
        caller.code("hr");
        long before = Instant.now().getEpochSecond();

        HttpResponse<String> sentRound = caller.get(Caller.authorization(Map.of("prompt", "login")));
        caller.get(Caller.location(sentRound));
        HttpResponse<String> granted = caller.get(Caller.location(caller.signIn("hr", RunningGateway.PASSWORD)));
        String code = Caller.parameter(Caller.location(granted), "code");

        String token = Caller.json(caller.exchange(code, Caller.VERIFIER))
                .get("access_token")
                .asString();
        assertThat(authTime(token)).isGreaterThanOrEqualTo(before);
        assertThat(caller.exchange(code, Caller.VERIFIER).statusCode())
                .as("the issuer can read what it stored")
                .isEqualTo(400);
    }

    @Test
    void aBrowserSessionIsRenewedByThePasswordAlone() {
        caller.openSession("hr");
        caller.get("/v1/members");
        long first = relayedAuthTime();

        HttpResponse<String> asked = caller.get(Caller.location(caller.get("/session/start/gateway?prompt=login")));
        HttpResponse<String> form = caller.get(Caller.location(asked));
        assertThat(Caller.location(form)).endsWith("/login");
        HttpResponse<String> answer = caller.signIn("hr", RunningGateway.PASSWORD);
        for (int hops = 0; hops < 5 && answer.statusCode() == 302; hops++) {
            answer = caller.get(Caller.location(answer));
        }
        caller.get("/v1/members");

        assertThat(relayedAuthTime()).isGreaterThanOrEqualTo(first);
        assertThat(Caller.json(caller.get("/v1/session")).get("account").asString())
                .isEqualTo("hr");
    }

    private void assertAsksForThePassword(Map<String, String> demand) {
        HttpResponse<String> sentRound = caller.get(Caller.authorization(demand));
        assertThat(Caller.location(sentRound)).doesNotContain("max_age", "prompt", "code=");
        assertThat(Caller.location(caller.get(Caller.location(sentRound)))).endsWith("/login");
    }

    private long relayedAuthTime() {
        String bearer =
                shared.staff.lastAsked().header("Authorization").getFirst().substring(7);
        return authTime(bearer);
    }

    private static long authTime(String token) {
        return Caller.part(token, 1).get("auth_time").asLong();
    }
}
