package org.yilianti.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.JsonNode;

/** M8, M9: what several people decide at one moment, or on what has become otherwise: one order of all of it, and whoever is late is told. */
@ServiceTest
class RivalDecisionTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void publishingWhileARepairIsAppliedTellsWhoeverIsLateThatAnotherPlanStandsOrThatADutyChangedHands()
            throws Exception {
        TestRoster roster = roster();
        for (int round = 0; round < 3; round++) {
            JsonNode duty = roster.assigned("PD");
            roster.open(duty);
            String replacements = "/v1/duties/" + TestRoster.id(duty) + "/replacements";
            JsonNode best =
                    roster.scheduler().get(replacements).json().path("items").path(0);
            String draft = roster.month.draft().path("id").asString();
            List<Answer> both = atOnce(() -> roster.month.publish(draft), () -> roster.scheduler()
                    .post(replacements, Map.of("moves", best.path("moves"))));
            Answer published = both.getFirst();
            Answer repaired = both.getLast();
            if (published.status() == 200) {
                TestRefusals.assertProblem(repaired);
                assertThat(repaired.code()).isIn("duty.unknown", "duty.not-in-force");
            } else {
                assertThat(published.code()).as(published.body()).isEqualTo("plan.changed-meanwhile");
                assertThat(repaired.status()).as(repaired.body()).isEqualTo(200);
                String replaced = roster.duties().getFirst().path("planId").asString();
                Answer meant = roster.scheduler()
                        .post("/v1/roster-plans/" + draft + "/publications", Map.of("replaces", replaced));
                assertThat(meant.status()).as(meant.body()).isEqualTo(200);
            }
            assertThat(roster.duties())
                    .allMatch(one -> one.path("planId").asString().equals(draft));
            assertThat(TestRefusals.told(
                            roster.scheduler(),
                            caller -> caller.post(replacements, Map.of("moves", best.path("moves")))))
                    .isEqualTo("duty.unknown");
        }
    }

    @Test
    void aSwapIsNotApprovedAfterOneOfTheTwoWasGivenLeaveAndBothAreToldBeforehand() {
        TestRoster roster = roster();
        JsonNode offered = roster.assigned("ND");
        JsonNode wanted = sameDayOfAnother(roster, offered);
        UUID one = TestRoster.holder(offered);
        UUID other = TestRoster.holder(wanted);
        String swap = accepted(roster, offered, other, TestRoster.id(wanted));
        roster.open(wanted);
        assertThat(obstacles(roster.as(one).get(swap))).containsExactly("duty.changed-meanwhile");
        assertThat(obstacles(roster.scheduler().get(swap))).containsExactly("duty.changed-meanwhile");
        assertThat(TestRefusals.told(roster.scheduler(), caller -> caller.post(swap + "/approvals", Map.of())))
                .isEqualTo("duty.changed-meanwhile");
        assertThat(TestRoster.holder(roster.duty(TestRoster.id(offered)))).isEqualTo(one);
        assertThat(roster.scheduler().get(swap).json().path("state").asString()).isEqualTo("accepted");
    }

    @Test
    void aDutyIsNotGivenToSomebodyWhoWasGivenLeaveSinceTheyAccepted() {
        TestRoster roster = roster();
        JsonNode offered = roster.assigned("ND");
        UUID other = TestRoster.holder(sameDayOfAnother(roster, offered));
        String swap = accepted(roster, offered, other, null);
        leave(roster, other, LocalDate.parse(offered.path("date").asString()), 1);
        Answer refused = roster.scheduler().post(swap + "/approvals", Map.of());
        assertThat(TestWard.codes(refused)).contains("duty.rule.leave");
        TestRefusals.told(roster.scheduler(), caller -> caller.post(swap + "/approvals", Map.of()));
    }

    @Test
    void aSwapThatANewerPlanHasOvertakenIsStillShownToldAndRefused() {
        TestRoster roster = roster();
        JsonNode offered = roster.assigned("ND");
        UUID one = TestRoster.holder(offered);
        JsonNode wanted = sameDayOfAnother(roster, offered);
        String swap = accepted(roster, offered, TestRoster.holder(wanted), TestRoster.id(wanted));
        String asked = ask(roster, offered, TestRoster.holder(wanted), null);
        assertThat(roster.month
                        .publish(roster.month.draft().path("id").asString())
                        .status())
                .isEqualTo(200);
        assertThat(obstacles(roster.as(one).get(swap))).containsOnly("duty.not-in-force");
        assertThat(TestRefusals.told(roster.scheduler(), caller -> caller.post(swap + "/approvals", Map.of())))
                .isEqualTo("duty.not-in-force");
        assertThat(obstacles(roster.as(TestRoster.holder(wanted)).post(asked + "/acceptances", Map.of())))
                .containsExactly("duty.not-in-force");
        Answer refused = roster.scheduler().post(swap + "/refusals", Map.of("reason", "新计划已发布"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(refused.json().path("state").asString()).isEqualTo("refused");
    }

    @Test
    void aJobThatHasJustEndedIsNotCancelledAndOneThatIsCancelledLeavesNothing() throws Exception {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        JsonNode draft = ward.solved();
        String path = "/v1/roster-plans/" + draft.path("id").asString();
        assertThat(TestRefusals.told(ward.scheduler(), caller -> caller.post(path + "/cancellations", Map.of())))
                .isEqualTo("plan.not-running");
        assertThat(ward.plan(TestRoster.id(draft))).isEqualTo(draft);
        for (int round = 0; round < 8; round++) {
            UUID plan = ward.scheduler()
                    .post(
                            "/v1/roster-plans",
                            Map.of(
                                    "month",
                                    "2026-10",
                                    "institutionIds",
                                    List.of(ward.site),
                                    "seconds",
                                    1,
                                    "seed",
                                    round))
                    .id();
            Thread.sleep(round * 20L);
            Answer cancelled = ward.scheduler().post("/v1/roster-plans/" + plan + "/cancellations", Map.of());
            String status = ward.solved(plan).path("status").asString();
            Long duties = jdbc.queryForObject(
                    "select count(*) from duty where plan_id = ?", Long.class, (Object) Ids.bytes(plan));
            assertThat(status + " " + cancelled.status() + " " + duties).isIn("cancelled 200 0", "draft 409 4");
        }
    }

    private TestRoster roster() {
        return new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
    }

    /** Two requests of one moment, answered in the order given. */
    private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) throws Exception {
        var together = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> calls = List.of(one, other).stream()
                    .map(request -> (Callable<Answer>) () -> {
                        together.await();
                        return request.get();
                    })
                    .toList();
            return people.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    /** A swap, or without {@code wanted} a gift, that the colleague has accepted; gives its address. */
    private static String accepted(TestRoster roster, JsonNode offered, UUID partner, @Nullable UUID wanted) {
        String path = ask(roster, offered, partner, wanted);
        assertThat(roster.as(partner).post(path + "/acceptances", Map.of()).status())
                .isEqualTo(200);
        return path;
    }

    private static String ask(TestRoster roster, JsonNode offered, UUID partner, @Nullable UUID wanted) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("offeredDutyId", TestRoster.id(offered));
        body.put("partnerMemberId", partner);
        body.put("wantedDutyId", wanted);
        Answer asked = roster.as(TestRoster.holder(offered)).post("/v1/duty-swaps", body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return "/v1/duty-swaps/" + asked.id();
    }

    private static void leave(TestRoster roster, UUID person, LocalDate from, int days) {
        Answer asked = roster.as(person).post("/v1/leave-requests", leaveOrder(person, from, days));
        Answer granted = roster.scheduler().post("/v1/leave-requests/" + asked.id() + "/grants", Map.of());
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
    }

    private static Map<String, Object> leaveOrder(UUID person, LocalDate from, int days) {
        return Map.of(
                "memberId",
                person,
                "kind",
                "annual",
                "from",
                from.toString(),
                "to",
                from.plusDays(days).toString());
    }

    private static Set<String> obstacles(Answer swap) {
        assertThat(swap.status()).as(swap.body()).isEqualTo(200);
        return Set.copyOf(swap.json().path("obstacles").findValuesAsString("code"));
    }

    private static JsonNode sameDayOfAnother(TestRoster roster, JsonNode offered) {
        return roster.duties().stream()
                .filter(duty -> duty.path("date").equals(offered.path("date"))
                        && List.of("ND", "NE").contains(duty.path("shift").asString())
                        && duty.path("status").asString().equals("assigned")
                        && !duty.path("memberId").equals(offered.path("memberId")))
                .toList()
                .getLast();
    }
}
