package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M7: who watches a plan sees it through the death of its worker and to its end. */
@ServiceTest
class PlanWatchTests {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aStreamGoesOnWhenAnotherWorkerTakesThePlanOverAndEndsWhenItIsCancelled() throws Exception {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        UUID plan = month.rotation
                .scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of(
                                "month",
                                "2026-10",
                                "institutionIds",
                                List.of(month.hospital, month.centre),
                                "seconds",
                                3600,
                                "seed",
                                1))
                .id();
        List<JsonNode> seen = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> stream = watch(plan, seen);
        await().atMost(SOON).until(() -> anySeen(seen, one -> searching(one)));
        long claimed = seen.getLast().path("version").asLong();
        jdbc.update(
                "update roster_plan set lease_owner = ?, lease_until = '2026-01-01' where id = ?",
                Ids.bytes(UUID.randomUUID()),
                Ids.bytes(plan));
        await().atMost(SOON)
                .until(() -> anySeen(
                        seen, one -> searching(one) && one.path("version").asLong() > claimed));
        assertThat(stream).as("nothing has ended it").isNotDone();
        assertThat(month.rotation
                        .scheduler()
                        .post("/v1/roster-plans/" + plan + "/cancellations", "{}")
                        .status())
                .isEqualTo(200);
        stream.get(60, TimeUnit.SECONDS);
        assertThat(seen.getLast().path("status").asString()).isEqualTo("cancelled");
        assertThat(seen.stream().map(one -> one.path("version").asLong()))
                .as("never back to an earlier state")
                .isSorted();
    }

    private static boolean anySeen(List<JsonNode> seen, Predicate<JsonNode> what) {
        return seen.stream().anyMatch(what);
    }

    private static boolean searching(JsonNode plan) {
        return plan.path("status").asString().equals("solving")
                && plan.path("progress").path("steps").asLong() > 0;
    }

    /** Done when the stream has ended. */
    private CompletableFuture<Void> watch(UUID plan, List<JsonNode> seen) {
        String token = TestCaller.named("scheduler").with(Role.SCHEDULER, "*").token();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/roster-plans/" + plan + "/progress"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofLines())
                .thenApply(HttpResponse::body)
                .thenAcceptAsync(lines -> read(lines, seen));
    }

    private static void read(Stream<String> lines, List<JsonNode> seen) {
        lines.filter(line -> line.startsWith("data:"))
                .forEach(line -> seen.add(JSON.readTree(line.substring("data:".length()))));
    }
}
