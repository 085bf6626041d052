package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M7, M8: what no plan can make good is told, the rest is planned, and nothing is published twice or by halves. */
@ServiceTest
class PlanBadInputTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Test
    void aDemandThatNobodyCanMeetIsToldWithTheReasonAndTheRestIsPlanned() {
        TestWard ward = ward();
        ward.state(
                TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))),
                TestWard.shift("X", "08:00", Map.of("weekdays", List.of("TUE"), "minimum", 9_000, "desired", 10_000)),
                TestWard.shift("Z", "08:00", Map.of("weekdays", List.of("WED"), "specialty", "teleportation")));
        JsonNode plan = ward.solved();
        assertThat(plan.path("status").asString()).isEqualTo("draft");
        List<JsonNode> unmet = TestRotation.all(
                ward.scheduler(), "/v1/roster-plans/" + plan.path("id").asString() + "/unmet-demand?limit=200");
        assertThat(unmet).hasSize(8).allSatisfy(gap -> {
            assertThat(gap.path("shift").asString()).isIn("X", "Z");
            assertThat(gap.path("reason").path("code").asString())
                    .as("a skill nobody has, more heads than there are")
                    .isEqualTo("too-few-lawful");
        });
        TestApi.Answer published = publish(ward, plan.path("id").asString());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        List<JsonNode> duties = ward.duties();
        assertThat(duties.stream().filter(duty -> duty.path("shift").asString().equals("D")))
                .hasSize(4)
                .allMatch(duty -> duty.path("status").asString().equals("assigned"));
        assertThat(duties.stream().filter(duty -> duty.path("status").asString().equals("open")))
                .as("20 of each of four days of X, one of each of four days of Z")
                .hasSize(84);
    }

    @Test
    void aPlaceWithoutStaffIsPlannedAsWhollyUnmetAndWithoutDemandNotAtAll() {
        TestWard empty = new TestWard(new TestRotation(port, events));
        assertThat(codeOf(order(empty, List.of(empty.site)))).isEqualTo("plan.no-demand");
        assertThat(order(empty, List.of()).status()).isEqualTo(422);
        assertThat(empty.state().status()).as("a demand without shifts").isEqualTo(422);
        assertThat(empty.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of())))
                        .status())
                .as("a shift on no day")
                .isEqualTo(422);
        assertThat(empty.state(
                                TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))),
                                TestWard.shift("N", "08:00", Map.of("minimum", 0, "desired", 0)))
                        .status())
                .isEqualTo(201);
        JsonNode plan = empty.solved();
        assertThat(plan.path("status").asString()).as("%s", plan).isEqualTo("draft");
        assertThat(plan.path("assigned").asInt()).isZero();
        assertThat(plan.path("unmet").asInt()).isEqualTo(4);
        TestApi.Answer published = publish(empty, plan.path("id").asString());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(empty.duties())
                .hasSize(4)
                .allMatch(duty -> duty.path("reason").asString().equals("too-few-lawful"));
    }

    @Test
    void aCategoryATitleOrAMonthThatThereIsNotIsToldAndNothingIsKept() {
        TestWard ward = ward();
        assertThat(ward.state(TestWard.shift("D", "08:00", Map.of("category", "astronaut")))
                        .status())
                .isBetween(400, 422);
        assertThat(ward.state(TestWard.shift("D", "08:00", Map.of("leastTitle", "emperor")))
                        .status())
                .isBetween(400, 422);
        assertThat(ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))))
                        .status())
                .as("nothing of it was kept")
                .isEqualTo(201);
        TestApi.Answer thirteenth = ward.scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-13", "institutionIds", List.of(ward.site), "seconds", 1, "seed", 1));
        assertThat(thirteenth.status()).isEqualTo(422);
    }

    private static TestApi.Answer order(TestWard ward, List<UUID> sites) {
        return ward.scheduler()
                .post("/v1/roster-plans", Map.of("month", "2026-10", "institutionIds", sites, "seconds", 1, "seed", 3));
    }

    private static String codeOf(TestApi.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.code();
    }

    @Test
    void aPlanThatOverlapsAPublishedOneMustCoverAllOfIt() {
        TestWard one = ward();
        TestWard other = ward();
        one.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        other.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("TUE"))));
        JsonNode both = solved(one, List.of(one.site, other.site));
        assertThat(publish(one, both.path("id").asString()).status()).isEqualTo(200);
        JsonNode part = solved(one, List.of(one.site));
        TestApi.Answer refused = publish(one, part.path("id").asString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("plan.overlaps-published");
        assertThat(refused.body()).contains(both.path("id").asString());
        assertThat(one.plan(UUID.fromString(both.path("id").asString()))
                        .path("status")
                        .asString())
                .isEqualTo("published");
    }

    @Test
    void ofTwoPlannersWhoPublishInTheSameMomentOneWinsAndTheOtherIsToldWhatStands() throws Exception {
        TestWard ward = ward();
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        List<String> drafts = List.of(
                ward.solved().path("id").asString(), ward.solved().path("id").asString());
        var together = new CyclicBarrier(2);
        try (var planners = Executors.newFixedThreadPool(2)) {
            List<Callable<TestApi.Answer>> calls = drafts.stream()
                    .map(draft -> (Callable<TestApi.Answer>) () -> {
                        together.await();
                        return publish(ward, draft);
                    })
                    .toList();
            List<TestApi.Answer> answers =
                    planners.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(answers.stream().map(TestApi.Answer::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(answers.stream().filter(answer -> answer.status() == 409).map(TestApi.Answer::code))
                    .containsExactly("plan.published-meanwhile");
        }
        assertThat(ward.duties()).hasSize(4);
    }

    @Test
    void aPlanCancelledBeforeItIsSolvedIsNeverSolvedNorPublishedNorRevised() {
        TestWard ward = ward();
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        // Fairness among many keeps the search at work for its whole hour; a proven optimum would end it.
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        TestApi.Answer requested = ward.scheduler()
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
                                1));
        String path = "/v1/roster-plans/" + requested.id();
        assertThat(ward.scheduler().post(path + "/cancellations", "{}").status())
                .isEqualTo(200);
        assertThat(publish(ward, requested.id().toString()).code()).isEqualTo("plan.state");
        assertThat(ward.scheduler()
                        .post(path + "/revisions", Map.of("seconds", 1, "seed", 1))
                        .code())
                .isEqualTo("plan.state");
        assertThat(ward.scheduler()
                        .put(path + "/pins", Map.of("items", List.of()), "\"2\"")
                        .status())
                .isIn(409, 412);
        assertThat(ward.solved().path("status").asString())
                .as("the next in line")
                .isEqualTo("draft");
        assertThat(ward.plan(requested.id()).path("status").asString()).isEqualTo("cancelled");
    }

    private JsonNode solved(TestWard ward, List<UUID> sites) {
        TestApi.Answer requested = ward.scheduler()
                .post("/v1/roster-plans", Map.of("month", "2026-10", "institutionIds", sites, "seconds", 1, "seed", 3));
        return ward.solved(requested.id());
    }

    private static TestApi.Answer publish(TestWard ward, String plan) {
        return ward.scheduler().post("/v1/roster-plans/" + plan + "/publications", "{}");
    }

    private TestWard ward() {
        return new TestWard(new TestRotation(port, events), "junior", "junior");
    }
}
