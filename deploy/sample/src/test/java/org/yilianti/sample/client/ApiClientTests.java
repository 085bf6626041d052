package org.yilianti.sample.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiClientTests {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(5));

    private final Listening server = Listening.on(0);
    private final CountedTokens tokens = new CountedTokens();
    private final Caller hr = new ApiClient(server.uri(), tokens, SHORT).as("hr");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPostIsRepeatedWithTheSameKeyAndBodyWhileTheServiceIsAway() {
        server.then(503, "").then(502, "<html>").then(504, "").then(201, "{\"id\":\"1\"}");

        var answer = hr.post("/v1/pools", "key-1", Map.of("amountFen", 5));

        assertThat(answer.id()).isEqualTo("1");
        assertThat(server.asked()).hasSize(4).allSatisfy(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.key()).isEqualTo("key-1");
            assertThat(asked.body()).isEqualTo("{\"amountFen\":5}");
        });
    }

    @Test
    void aPostWhoseFirstRequestIsStillWorkedOnIsRepeated() {
        server.then(409, "{\"code\":\"idempotency.in-flight\"}").then(200, "{\"id\":\"2\"}");

        assertThat(hr.post("/v1/pools", "key-2").id()).isEqualTo("2");
    }

    @Test
    void aRefusalIsNotRepeatedAndSaysWhatWasAskedAndWhy() {
        server.then(
                422,
                "{\"code\":\"request.invalid\",\"detail\":\"The content has 1 error(s).\",\"errors\":[{\"pointer\":\"/name\"}]}");

        assertThatThrownBy(() -> hr.post("/v1/pools", "key-3"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("POST")
                .hasMessageContaining("/v1/pools as hr answered 422 request.invalid: The content has 1 error(s).")
                .hasMessageContaining("/name");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aServiceThatBreaksDownOverTheCallIsGivenAFewMoreTries() {
        server.then(500, "{}")
                .then(200, "{}")
                .then(500, "{}")
                .then(500, "{}")
                .then(500, "{}")
                .then(500, "{}");

        hr.post("/v1/pools", "key-6");
        assertThatThrownBy(() -> hr.post("/v1/pools", "key-7")).hasMessageContaining("answered 500");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void anAddressThatNobodyListensAtIsTriedUntilSomebodyDoes() throws Exception {
        int port = server.uri().getPort();
        server.close();
        var late = CompletableFuture.supplyAsync(
                () -> Listening.on(port).then(200, "{\"id\":\"3\"}"),
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        assertThat(hr.post("/v1/pools", "key-4").id()).isEqualTo("3");
        late.get().close();
    }

    @Test
    void whenPatienceEndsTheErrorNamesTheCall() {
        var nowhere = URI.create("http://127.0.0.1:" + server.uri().getPort());
        server.close();
        var impatient =
                new ApiClient(nowhere, tokens, new Patience(Duration.ofMillis(100), Duration.ofMillis(5))).as("hr");

        assertThatThrownBy(() -> impatient.get("/v1/members"))
                .hasMessageContaining("GET " + nowhere + "/v1/members as hr");
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        server.then(401, "{}").then(200, "{}").then(401, "{}").then(401, "{}");

        hr.get("/v1/members");
        assertThat(server.asked().get(0).authorization()).isEqualTo("Bearer hr-0");
        assertThat(server.asked().get(1).authorization()).isEqualTo("Bearer hr-1");
        assertThatThrownBy(() -> hr.get("/v1/members")).hasMessageContaining("answered 401");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aChangeCarriesTheVersionReadAndReadsAgainWhenItIsStale() {
        server.then(200, "{}", Map.of("ETag", "\"1\""))
                .then(412, "{}")
                .then(200, "{}", Map.of("ETag", "\"2\""))
                .then(204, "");

        hr.put("/v1/evaluations/1", "/v1/evaluations/1/measures", Map.of("items", 1));

        assertThat(server.asked())
                .extracting(Listening.Asked::ifMatch)
                .containsExactly("null", "\"1\"", "null", "\"2\"");
    }

    @Test
    void aListIsReadToItsEndWithTheCursorOfEachPage() {
        server.then(200, "{\"items\":[1,2],\"next\":\"a=b\"}").then(200, "{\"items\":[3],\"next\":null}");

        assertThat(hr.list("/v1/members?limit=2")).extracting(JsonNode::asInt).containsExactly(1, 2, 3);
        assertThat(server.asked().get(1).target()).isEqualTo("/v1/members?limit=2&after=a%3Db");
    }

    @Test
    void theIdOfWhatWasCreatedIsFoundInTheAddressWhenThereIsNoBody() {
        server.then(202, "", Map.of("Location", "/v1/imports/77"));

        assertThat(hr.upload("/v1/imports?list=members", "key-5", new byte[] {65})
                        .id())
                .isEqualTo("77");
    }

    /** Tokens that say how often they were forgotten. */
    private static final class CountedTokens implements Tokens {

        private int forgotten;

        @Override
        public String of(String account) {
            return account + "-" + forgotten;
        }

        @Override
        public void forget(String account) {
            forgotten++;
        }
    }
}
