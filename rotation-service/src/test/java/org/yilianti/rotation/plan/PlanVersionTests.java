package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

/** M7, M8: plans as jobs and as versions of one another. */
@ServiceTest
class PlanVersionTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlanSettings settings;

    private TestMonth month;

    @BeforeEach
    void aMonthWithDemand() {
        month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
    }

    @Test
    void aPlanBeingSolvedIsWatchedAndCancelledAndLeavesNothingBehind() {
        TestApi.Answer requested = scheduler().post("/v1/roster-plans", order(3600, 1));
        String path = "/v1/roster-plans/" + requested.id();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> scheduler()
                                .get(path)
                                .json()
                                .path("progress")
                                .path("steps")
                                .asLong()
                        > 0);
        JsonNode solving = scheduler().get(path).json();
        assertThat(solving.path("status").asString()).isEqualTo("solving");
        assertThat(solving.path("progress").path("cost").asLong()).isPositive();
        assertThat(scheduler().post(path + "/cancellations", "{}").status()).isEqualTo(200);
        TestApi.Answer stream = scheduler().get(path + "/progress");
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.body()).contains("event:plan").contains("\"status\":\"cancelled\"");
        assertThat(scheduler().post(path + "/cancellations", "{}").code()).isEqualTo("plan.not-running");
        assertThat(month.draft().path("status").asString())
                .as("the worker is free again")
                .isEqualTo("draft");
        assertThat(scheduler().get(path).json().path("status").asString()).isEqualTo("cancelled");
        assertThat(duties(requested.id())).isEmpty();
    }

    @Test
    void aPlanWhoseWorkerDiedGoesOnFromTheBestPlanSaved() {
        JsonNode first = month.draft();
        jdbc.update("update roster_plan set seed = 77 where id = ?", Ids.bytes(id(first)));
        leaveBehind(first, 0);
        JsonNode resumed = month.awaitSolved(id(first));
        assertThat(resumed.path("cost").asLong())
                .as("another seed, but never worse than what was saved")
                .isLessThanOrEqualTo(first.path("cost").asLong());
        assertThat(jdbc.queryForObject(
                        "select count(*) from plan_incumbent where plan_id = ?", Long.class, Ids.bytes(id(first))))
                .isZero();
    }

    @Test
    void whoGoesOnWithASearchHasOnlyWhatWasLeftOfItsStepsWhenTheBestPlanWasSaved() {
        JsonNode first = month.draft();
        jdbc.update("update roster_plan set seconds = 3600 where id = ?", Ids.bytes(id(first)));
        leaveBehind(first, 3599 * settings.stepsPerSecond());
        JsonNode resumed = month.awaitSolved(id(first));
        assertThat(resumed.path("cost").asLong())
                .isLessThanOrEqualTo(first.path("cost").asLong());
        assertThat(resumed.path("bound").asLong())
                .as("a second is left of the hour, enough to prove one")
                .isPositive();
    }

    /** As a worker that died leaves a plan: being solved, with a lease that has run out, the best plan saved and what it took. */
    private void leaveBehind(JsonNode solved, long steps) {
        UUID id = id(solved);
        String saved = duties(id).stream()
                .map(duty -> "{\"person\":\"%s\",\"day\":%d,\"shiftType\":\"%s/%s\"}"
                        .formatted(
                                duty.path("memberId").asString(),
                                LocalDate.parse(duty.path("date").asString()).getDayOfMonth() - 1,
                                duty.path("institutionId").asString(),
                                duty.path("shift").asString()))
                .collect(Collectors.joining(",", "[", "]"));
        byte[] key = Ids.bytes(id);
        jdbc.update("delete from unmet_shift where plan_id = ?", key);
        jdbc.update("delete from duty where plan_id = ?", key);
        jdbc.update(
                "insert into plan_incumbent (plan_id, assignments, steps, saved_at) values (?, ?, ?, now(6))",
                key,
                saved,
                steps);
        jdbc.update(
                "update roster_plan set status = 'solving', lease_owner = ?, lease_until = '2026-01-01' where id = ?",
                Ids.bytes(UUID.randomUUID()),
                key);
    }

    @Test
    void theNextVersionOfADraftKeepsItsPinsAndItsDifferencesAreTold() {
        JsonNode draft = month.draft();
        UUID id = id(draft);
        JsonNode given = duties(id).stream()
                .filter(duty -> duty.path("shift").asString().equals("NE"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> pin = pin(given, anotherNurse(given));
        TestApi.Answer pinned = pin(draft, List.of(pin));
        assertThat(pinned.status()).as(pinned.body()).isEqualTo(200);
        TestApi.Answer revised =
                scheduler().post("/v1/roster-plans/" + id + "/revisions", Map.of("seconds", 1, "seed", 5));
        assertThat(revised.status()).as(revised.body()).isEqualTo(202);
        JsonNode next = month.awaitSolved(revised.id());
        assertThat(next.path("basedOn").asString()).isEqualTo(id.toString());
        assertThat(duties(id(next)).stream()
                        .filter(duty -> duty.path("memberId")
                                        .asString()
                                        .equals(pin.get("memberId").toString())
                                && duty.path("date").equals(given.path("date")))
                        .map(duty -> duty.path("shift").asString()))
                .containsExactly("NE");
        JsonNode compared = scheduler()
                .get("/v1/roster-plans/" + id(next) + "/differences?against=" + id)
                .json();
        Set<String> days = new HashSet<>();
        compared.path("days")
                .path("items")
                .forEach(day -> days.add(
                        day.path("memberId").asString() + day.path("date").asString()));
        assertThat(days)
                .contains(pin.get("memberId").toString() + given.path("date").asString());
        assertThat(compared.path("days").path("items")).as("%s", compared).allSatisfy(day -> {
            assertThat(day.path("staffNo").asString()).startsWith("R");
            assertThat(day.path("name").asString()).isNotBlank();
        });
        assertThat(compared.path("other").path(0).path("cost")).isEqualTo(draft.path("cost"));
    }

    @Test
    void unknownAndContradictoryPinsAreRefusedEachWithItsReason() {
        JsonNode draft = month.draft();
        JsonNode given = duties(id(draft)).getFirst();
        UUID holder = UUID.fromString(given.path("memberId").asString());
        Map<String, Object> good = pin(given, holder);
        Map<String, Object> unknown = new HashMap<>(good);
        unknown.put("shift", "NOPE");
        Map<String, Object> stranger = new HashMap<>(good);
        stranger.put("memberId", UUID.randomUUID());
        Map<String, Object> twice = new HashMap<>(good);
        assertThat(codes(pin(draft, List.of(good, unknown, stranger, twice))))
                .containsExactlyInAnyOrder("pin.unknown-shift", "pin.not-a-candidate", "pin.contradicts");
        List<Map<String, Object>> sevenInARow = new ArrayList<>();
        for (int day = 5; day <= 11; day++) {
            Map<String, Object> one = new HashMap<>(good);
            one.put("memberId", month.people.get(1));
            one.put("institutionId", month.hospital);
            one.put("shift", "ND");
            one.put("date", "2026-10-%02d".formatted(day));
            sevenInARow.add(one);
        }
        assertThat(codes(pin(draft, sevenInARow))).isNotEmpty().containsOnly("pin.contradicts");
        assertThat(pin(draft, List.of(good)).status()).isEqualTo(200);
        assertThat(pin(draft, List.of()).status())
                .as("the draft has changed since it was read")
                .isEqualTo(412);
    }

    @Test
    void ofTwoPlannersWhoPublishTheSecondIsToldWhatNowStandsAndMayReplaceIt() {
        JsonNode one = month.draft();
        JsonNode other = month.draft();
        assertThat(month.publish(one.path("id").asString()).status()).isEqualTo(200);
        TestApi.Answer second = month.publish(other.path("id").asString());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("plan.published-meanwhile");
        assertThat(second.body()).contains(one.path("id").asString());
        TestApi.Answer meant = scheduler()
                .post(
                        "/v1/roster-plans/" + id(other) + "/publications",
                        Map.of("replaces", one.path("id").asString()));
        assertThat(meant.status()).as(meant.body()).isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select count(*) from notification where kind = 'roster-published' and subject_id = ?",
                        Long.class,
                        Ids.bytes(id(one))))
                .as("everybody with a duty was told")
                .isPositive();
    }

    @Test
    void aPlanWhoseDutiesChangedHandsSinceTheDraftWasAskedForIsReplacedOnlyKnowingly_M8() {
        JsonNode inForce = month.draft();
        assertThat(month.publish(inForce.path("id").asString()).status()).isEqualTo(200);
        JsonNode next = month.draft();
        UUID given = handedOver();
        TestApi.Answer refused = month.publish(next.path("id").asString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("plan.changed-meanwhile");
        assertThat(refused.body()).contains(inForce.path("id").asString());
        assertThat(scheduler().get("/v1/duties/" + given).status())
                .as("the duty is in force still")
                .isEqualTo(200);
        JsonNode knowing = month.draft();
        assertThat(month.publish(knowing.path("id").asString()).status())
                .as("asked for since then")
                .isEqualTo(200);
        TestApi.Answer meant = scheduler()
                .post(
                        "/v1/roster-plans/" + id(next) + "/publications",
                        Map.of("replaces", knowing.path("id").asString()));
        assertThat(meant.status()).as(meant.body()).isEqualTo(200);
    }

    /** Gives some duty to somebody else who may work it. */
    private UUID handedOver() {
        for (JsonNode duty : month.duties(month.hospital)) {
            for (UUID person : month.people) {
                TestApi.Answer assigned =
                        scheduler().post("/v1/duties/" + id(duty) + "/assignments", Map.of("memberId", person));
                if (assigned.status() == 200) {
                    return id(duty);
                }
            }
        }
        throw new AssertionError("nobody can take anybody's duty");
    }

    @Test
    void aDutyIsExplainedToItsHolderWithoutNamingOthersAndGapsNameTheRules() {
        JsonNode draft = month.draft();
        month.publish(draft.path("id").asString());
        JsonNode duty = month.duties(month.hospital).stream()
                .filter(one -> one.path("shift").asString().equals("ND"))
                .findFirst()
                .orElseThrow();
        String path = "/v1/duties/" + id(duty) + "/explanation";
        JsonNode toPlanner = scheduler().get(path).json();
        assertThat(toPlanner.path("costByRule").isEmpty()).as("%s", toPlanner).isFalse();
        String staffNo = String.valueOf(jdbc.queryForObject(
                "select staff_no from directory_member where id = ?",
                String.class,
                Ids.bytes(UUID.fromString(duty.path("memberId").asString()))));
        JsonNode toHolder = month.rotation.member(staffNo).get(path).json();
        assertThat(toHolder.path("cost")).isEqualTo(toPlanner.path("cost"));
        assertThat(toHolder.path("alternative").path("memberId").isNull()
                        || toHolder.path("alternative").isNull())
                .isTrue();
        List<JsonNode> unmet =
                TestRotation.all(scheduler(), "/v1/roster-plans/" + id(draft) + "/unmet-demand?limit=200");
        assertThat(unmet).isNotEmpty().allSatisfy(gap -> assertThat(
                        gap.path("blocked").path(0).path("people").asInt())
                .isPositive());
        long byRule = 0;
        for (JsonNode cost : draft.path("costByRule")) {
            byRule += cost.asLong();
        }
        assertThat(byRule).isEqualTo(draft.path("cost").asLong());
    }

    /** The pinned person may have to give up other duties; that is what a pin is for. */
    private UUID anotherNurse(JsonNode duty) {
        return month.people.stream()
                .filter(person -> month.people.indexOf(person) % 2 == 1 && month.people.indexOf(person) < 16)
                .filter(person ->
                        !person.toString().equals(duty.path("memberId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> order(int seconds, long seed) {
        return Map.of(
                "month",
                "2026-10",
                "institutionIds",
                List.of(month.hospital, month.centre),
                "seconds",
                seconds,
                "seed",
                seed);
    }

    private static Map<String, Object> pin(JsonNode duty, UUID member) {
        Map<String, Object> pin = new HashMap<>();
        pin.put("memberId", member);
        pin.put("date", duty.path("date").asString());
        pin.put("institutionId", duty.path("institutionId").asString());
        pin.put("shift", duty.path("shift").asString());
        return pin;
    }

    private TestApi.Answer pin(JsonNode plan, List<Map<String, Object>> pins) {
        return scheduler()
                .put(
                        "/v1/roster-plans/" + id(plan) + "/pins",
                        Map.of("items", pins),
                        "\"" + plan.path("version").asLong() + "\"");
    }

    private static Set<String> codes(TestApi.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        Set<String> codes = new HashSet<>();
        refused.json()
                .path("errors")
                .forEach(error -> codes.add(error.path("code").asString()));
        return codes;
    }

    private List<JsonNode> duties(UUID plan) {
        return TestRotation.all(scheduler(), "/v1/roster-plans/" + plan + "/duties?limit=200");
    }

    private TestApi scheduler() {
        return month.rotation.scheduler();
    }

    private static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }
}
