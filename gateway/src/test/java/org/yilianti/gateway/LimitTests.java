package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, rates and guesses: how much one caller may ask, on a gateway with tight limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitTests {

    private final UpstreamService staff = new UpstreamService("staff");
    private final RunningGateway gateway = RunningGateway.start(
            RunningGateway.newSchema(),
            Map.of(
                    "gateway.routing.staff-uris", staff.uri().toString(),
                    "gateway.routing.rotation-uris", staff.uri().toString(),
                    "gateway.limits.import-body", "3MB",
                    "gateway.limits.calls.burst", "20",
                    "gateway.limits.calls.refill", "2",
                    "gateway.sign-in.failures", "3",
                    "gateway.sign-in.lock", "3s"));

    @AfterAll
    void stop() {
        gateway.close();
        staff.close();
    }

    @Test
    void anAnnouncedBodyAboveTheLimitIsRefusedBeforeTheServiceIsAsked() {
        Caller caller = new Caller(gateway.uri());
        int before = staff.asked().size();

        HttpResponse<String> answer = caller.send(as(caller, "hr-import", "/v1/members")
                .header("Accept-Language", "zh")
                .POST(BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("limit.body");
        assertThat(Caller.json(answer).get("detail").asString()).contains("1,048,576");
        assertThat(Caller.json(answer).get("title").asString()).isEqualTo("内容过大");
        assertThat(staff.asked()).hasSize(before);
    }

    @Test
    void anUnannouncedBodyIsCutOffWhereItPassesTheLimit() {
        Caller caller = new Caller(gateway.uri());

        HttpResponse<String> answer = caller.send(as(caller, "hr-import", "/v1/members")
                .POST(BodyPublishers.ofInputStream(() -> zeros(1024 * 1024 + 1))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("limit.body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/imports?list=members",
                "/v1/service-record-imports?format=csv",
                "/v1/evidence-files?ownerKind=licence"
            })
    void anImportMayBeLargerAndArrivesWhole(String path) {
        Caller caller = new Caller(gateway.uri());
        int size = 2 * 1024 * 1024;

        HttpResponse<String> answer =
                caller.send(as(caller, "hr-import", path).POST(BodyPublishers.ofInputStream(() -> zeros(size))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(staff.lastAsked().body()).isEqualTo(size);
    }

    @Test
    void oneCallerIsSlowedDownAndOthersAreNot() {
        Caller caller = new Caller(gateway.uri());
        String token = caller.machineToken("his");
        HttpRequest.Builder call = caller.request("/v1/members").header("Authorization", "Bearer " + token);

        HttpResponse<String> answer = caller.send(call);
        for (int calls = 1; calls < 40 && answer.statusCode() == 200; calls++) {
            answer = caller.send(call);
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("limit.rate");
        assertThat(caller.send(as(caller, "hr-import", "/v1/members")).statusCode())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> caller.send(call).statusCode() == 200);
    }

    @Test
    void wrongPasswordsLockTheNameForAWhileWhetherItExistsOrNot() {
        for (String name : new String[] {"auditor", "nobody-of-that-name"}) {
            Caller guesser = new Caller(gateway.uri());
            for (int guess = 0; guess < 3; guess++) {
                assertThat(Caller.location(guesser.signIn(name, "guess"))).endsWith("/login?error");
            }
            assertThat(Caller.location(guesser.signIn(name, RunningGateway.PASSWORD)))
                    .endsWith("/login?locked");
            assertThat(guesser.get("/login?locked").body()).contains("locked for a while");
        }
        Caller owner = new Caller(gateway.uri());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Caller.location(
                        owner.signIn("auditor", RunningGateway.PASSWORD))
                .contains("locked"));
    }

    private static HttpRequest.Builder as(Caller caller, String client, String path) {
        return caller.request(path).header("Authorization", "Bearer " + caller.machineToken(client));
    }

    private static InputStream zeros(int count) {
        return new java.io.ByteArrayInputStream(new byte[count]);
    }
}
