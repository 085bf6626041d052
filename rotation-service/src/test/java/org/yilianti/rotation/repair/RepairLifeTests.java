package org.yilianti.rotation.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRoster;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.plan.PublishedRosterCheck;
import tools.jackson.databind.JsonNode;

/** M9: a published roster is mended with the least change, by choices whose effects are told. */
@ServiceTest
class RepairLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRoster roster;
    private JsonNode duty;
    private String path;

    @BeforeEach
    void aDutyThatStandsOpen() {
        roster = new TestRoster(new TestMonth(new TestRotation(port, events)), jdbc);
        duty = roster.assigned("PD");
        roster.open(duty);
        path = "/v1/duties/" + TestRoster.id(duty) + "/replacements";
    }

    @Test
    void replacementsAreRankedWithTheirEffectsAndEachOneOfferedCanBeApplied() {
        JsonNode offers = roster.scheduler().get(path).json();
        List<JsonNode> items = items(offers);
        assertThat(items).as("%s", offers).isNotEmpty();
        assertThat(items).isSortedAccordingTo((one, other) -> {
            int moves = Integer.compare(
                    one.path("moves").size(), other.path("moves").size());
            return moves != 0
                    ? moves
                    : Long.compare(one.path("cost").asLong(), other.path("cost").asLong());
        });
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("minutesInWeek").asInt()).isBetween(480, 44 * 60);
            assertThat(item.path("memberId").asString())
                    .isNotEqualTo(duty.path("memberId").asString());
        });
        JsonNode best = items.getFirst();
        TestApi.Answer applied = apply(best);
        assertThat(applied.status()).as(applied.body()).isEqualTo(200);
        JsonNode now = roster.duty(TestRoster.id(duty));
        assertThat(now.path("memberId").asString())
                .isEqualTo(best.path("memberId").asString());
        assertThat(now.path("status").asString()).isEqualTo("assigned");
        PublishedRosterCheck.assertLawful(roster.duties());
    }

    @Test
    void everybodyElseIsAccountedForByTheRuleThatKeepsThemOut() {
        JsonNode offers = roster.scheduler().get(path + "?limit=200").json();
        int blocked = 0;
        for (JsonNode rule : offers.path("blocked")) {
            blocked += rule.path("people").asInt();
            assertThat(rule.path("message").asString())
                    .as("a sentence, not a key")
                    .doesNotStartWith("rule.");
        }
        long direct = items(offers).stream()
                .filter(item -> item.path("moves").size() == 1)
                .count();
        int physicians = duty.path("institutionId").asString().equals(roster.month.hospital.toString()) ? 9 : 5;
        assertThat(direct + blocked)
                .as("all physicians bound to the site, the absent one included, the cardiologist too: %s", offers)
                .isBetween((long) physicians - 1, (long) physicians);
    }

    @Test
    void ofTwoSchedulersWhoFillOneDutyAtOnceOneWins() throws Exception {
        JsonNode best = items(roster.scheduler().get(path).json()).getFirst();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<TestApi.Answer> attempt = () -> apply(best);
            List<Future<TestApi.Answer>> answers = both.invokeAll(List.of(attempt, attempt));
            List<Integer> statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(apply(best).code()).isEqualTo("duty.changed-meanwhile");
    }

    @Test
    void anOfferIsNotAppliedToADutyThatHadAnotherLifeMeanwhileAlsoWhenItStandsOpenAgain() {
        JsonNode best = items(roster.scheduler().get(path).json()).getFirst();
        UUID somebody = TestRoster.holder(best);
        assertThat(assign(somebody).status()).isEqualTo(200);
        roster.open(roster.duty(TestRoster.id(duty)));
        JsonNode next = items(roster.scheduler().get(path).json()).getFirst();
        TestApi.Answer old = roster.scheduler()
                .post(
                        path,
                        Map.of(
                                "moves",
                                List.of(move(
                                        TestRoster.holder(next),
                                        best.path("moves").path(0)))));
        assertThat(old.status()).as(old.body()).isEqualTo(409);
        assertThat(old.code()).isEqualTo("duty.changed-meanwhile");
        TestApi.Answer stale = roster.scheduler().send("POST", path, Map.of("moves", next.path("moves")));
        assertThat(stale.status()).as("read as version 1: %s", stale.body()).isEqualTo(412);
        assertThat(apply(next).status()).isEqualTo(200);
    }

    @Test
    void aDirectAssignmentThatBreaksARuleIsRefusedWithTheRule() {
        UUID nurse = roster.month.people.get(1);
        TestApi.Answer wrong = assign(nurse);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").path(0).path("code").asString()).isEqualTo("duty.rule.category");
        TestApi.Answer absent = assign(TestRoster.holder(duty));
        assertThat(absent.status()).as("still on leave that day").isEqualTo(422);
        assertThat(absent.json().path("errors").path(0).path("code").asString()).isEqualTo("duty.rule.leave");
        assertThat(assign(UUID.randomUUID()).code()).isEqualTo("member.unknown");
        UUID free = TestRoster.holder(items(roster.scheduler().get(path).json()).getFirst());
        assertThat(assign(free).status()).isEqualTo(200);
    }

    @Test
    void aSchedulerOfAnotherInstitutionNeitherSeesNorRepairs() {
        TestApi elsewhere = new TestApi(port).as(TestCaller.named("x").with(Role.SCHEDULER, "ELSEWHERE"));
        assertThat(elsewhere.get(path).status()).isEqualTo(404);
        JsonNode best = items(roster.scheduler().get(path).json()).getFirst();
        assertThat(elsewhere.post(path, Map.of("moves", best.path("moves"))).status())
                .isEqualTo(404);
    }

    private TestApi.Answer assign(UUID member) {
        return roster.scheduler()
                .post("/v1/duties/" + TestRoster.id(duty) + "/assignments", Map.of("memberId", member));
    }

    /** The offered move, to somebody else. */
    private static Map<String, Object> move(UUID to, JsonNode offered) {
        return Map.of(
                "dutyId", offered.path("dutyId").asString(),
                "memberId", to,
                "version", offered.path("version").asLong());
    }

    private TestApi.Answer apply(JsonNode offer) {
        return roster.scheduler().post(path, "{\"moves\":" + offer.path("moves") + "}");
    }

    private static List<JsonNode> items(JsonNode offers) {
        List<JsonNode> items = new ArrayList<>();
        offers.path("items").forEach(items::add);
        return items;
    }
}
