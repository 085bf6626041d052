package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What callers notice when replicas are gone: staff has one of two, rotation both of two, incentive one that is mute. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverTests {

    private final UpstreamService alive = new UpstreamService("staff");
    private final UpstreamService mute = new UpstreamService("incentive");
    private final RunningGateway gateway = RunningGateway.start(
            RunningGateway.newSchema(),
            Map.of(
                    "gateway.routing.staff-uris",
                    dead() + "," + alive.uri(),
                    "gateway.routing.rotation-uris",
                    dead() + "," + dead(),
                    "gateway.routing.incentive-uris",
                    mute.uri().toString(),
                    "gateway.routing.response-timeout",
                    "1s",
                    "gateway.routing.breaker.least-calls",
                    "1000",
                    "gateway.routing.breaker.window",
                    "1000"));
    private final Caller caller = new Caller(gateway.uri());
    private final String token = caller.machineToken("hr-import");

    @AfterAll
    void stop() {
        gateway.close();
        alive.close();
        mute.close();
    }

    @Test
    void aReadGoesToTheOtherReplicaWhenOneRefuses() {
        for (int call = 0; call < 4; call++) {
            assertThat(caller.send(call("/v1/members")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aWriteIsNeverTriedTwice() {
        int before = alive.asked().size();
        int refused = 0;
        for (int call = 0; call < 4; call++) {
            HttpResponse<String> answer = caller.send(call("/v1/members").POST(BodyPublishers.ofString("{}")));
            refused += answer.statusCode() == 503 ? 1 : 0;
        }

        assertThat(refused).as("every other call meets the dead replica").isEqualTo(2);
        assertThat(alive.asked().size() - before).isEqualTo(2);
    }

    @Test
    void aServiceThatIsGoneIsAProblemInBothLanguages() {
        HttpResponse<String> english = caller.send(call("/v1/duties").header("Accept-Language", "en"));
        HttpResponse<String> chinese = caller.send(call("/v1/duties").header("Accept-Language", "zh-CN,zh;q=0.9"));

        assertThat(english.statusCode()).isEqualTo(503);
        assertThat(english.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(english.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(Caller.json(english).get("code").asString()).isEqualTo("upstream.unavailable");
        assertThat(Caller.json(english).get("detail").asString()).contains("rotation service is not reachable");
        assertThat(Caller.json(english).get("correlationId").asString()).isNotBlank();
        assertThat(Caller.json(chinese).get("title").asString()).isEqualTo("暂时不可用");
        assertThat(Caller.json(chinese).get("detail").asString()).contains("rotation 服务暂时无法访问");
        assertThat(english.body()).doesNotContain("Exception", "127.0.0.1");
    }

    @Test
    void aServiceThatStaysSilentIsGivenUpAfterTheTimeout() {
        HttpResponse<String> answer = caller.send(call("/v1/pay-runs/silence"));

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(Caller.json(answer).get("code").asString()).isEqualTo("upstream.silent");
    }

    private HttpRequest.Builder call(String path) {
        return caller.request(path).header("Authorization", "Bearer " + token);
    }

    /** An address at which nobody listens: port 1 is reserved. */
    private static String dead() {
        return "http://127.0.0.1:1";
    }
}
