package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestMonth;
import org.yilianti.rotation.TestRotation;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PlanLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    private TestRotation rotation;
    private TestMonth month;

    @BeforeEach
    void aMonthWithDemand() {
        rotation = new TestRotation(port, events);
        month = new TestMonth(rotation);
        month.stateDemand();
    }

    @Test
    void aPlanOverTwoSitesIsSolvedPublishedAndLawful() {
        JsonNode plan = month.draft();
        assertThat(month.duties(month.centre)).as("a draft is not in force").isEmpty();
        TestApi.Answer published = month.publish(plan.path("id").asString());
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().path("status").asString()).isEqualTo("published");

        List<JsonNode> duties = new ArrayList<>(month.duties(month.hospital));
        List<JsonNode> atCentre = month.duties(month.centre);
        duties.addAll(atCentre);
        assertThat(duties).hasSize(plan.path("assigned").asInt());
        PublishedRosterCheck.assertLawful(duties);
        assertThat(duties).allSatisfy(duty -> assertThat(rotation.decide(
                                UUID.fromString(duty.path("memberId").asString()),
                                UUID.fromString(duty.path("institutionId").asString()),
                                duty.path("date").asString())
                        .path("permitted")
                        .asBoolean())
                .isTrue());
        List<JsonNode> clinics = ofShift(atCentre, "XC");
        assertThat(clinics)
                .as("only the cardiologist can, by agreement")
                .isNotEmpty()
                .allSatisfy(
                        duty -> assertThat(duty.path("memberId").asString()).isEqualTo(month.cardiologist.toString()));
        assertThat(guestMinutesByWeek(atCentre)).allMatch(minutes -> minutes <= 12 * 60);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies(
                                        "rotation.rosters",
                                        UUID.fromString(plan.path("id").asString()))
                                .size()
                        == 1);
    }

    @Test
    void whatNobodyMayLawfullyWorkIsUnmetDemandWithAReasonAndNoDuty() {
        JsonNode plan = month.draft();
        List<JsonNode> unmet = TestRotation.all(
                rotation.scheduler(), "/v1/roster-plans/" + plan.path("id").asString() + "/unmet-demand?limit=200");
        List<JsonNode> dental = ofShift(unmet, "XK");
        assertThat(dental).hasSize(5).allSatisfy(gap -> {
            assertThat(gap.path("missing").asInt()).isEqualTo(1);
            assertThat(gap.path("reason").path("code").asString()).isEqualTo("too-few-lawful");
            assertThat(gap.path("reason").path("message").asString()).isNotEqualTo("unmet.too-few-lawful");
        });
        assertThat(plan.path("unmet").asInt())
                .isEqualTo(unmet.stream()
                        .mapToInt(gap -> gap.path("missing").asInt())
                        .sum());
    }

    /** M8, M9. */
    @Test
    void whatAPublishedPlanLeavesUnmetStandsOpenWithTheReasonAndWhatKeepsEverybodyOut() {
        JsonNode plan = month.draft();
        assertThat(month.duties(month.centre, "open")).isEmpty();
        month.publish(plan.path("id").asString());
        List<JsonNode> open = new ArrayList<>(month.duties(month.centre, "open"));
        List<JsonNode> dental = ofShift(open, "XK");
        open.addAll(month.duties(month.hospital, "open"));
        assertThat(open).hasSize(plan.path("unmet").asInt());
        assertThat(dental).hasSize(5).allSatisfy(duty -> {
            assertThat(duty.path("memberId").isNull()).isTrue();
            assertThat(duty.path("reason").asString()).isEqualTo("too-few-lawful");
        });
        JsonNode why = rotation.scheduler()
                .get("/v1/duties/" + dental.getFirst().path("id").asString() + "/explanation")
                .json();
        assertThat(why.path("gap").path("code").asString()).isEqualTo("too-few-lawful");
        assertThat(why.path("blocked").findValuesAsString("rule"))
                .as("nurses are no physicians, and no physician is a dentist")
                .containsExactly("category", "specialty");
        assertThat(why.path("blocked"))
                .allSatisfy(rule -> assertThat(rule.path("people").asInt()).isPositive());
        assertThat(jdbc.queryForObject(
                        "select count(*) from notification where kind = 'roster-gaps' and subject_id = ?",
                        Long.class,
                        Ids.bytes(UUID.fromString(plan.path("id").asString()))))
                .as("one word to the planners of each place with gaps")
                .isPositive();
    }

    @Test
    void theSameSeedGivesTheSamePlanAlsoAfterItsWorkerDied() {
        JsonNode plan = month.draft();
        UUID id = UUID.fromString(plan.path("id").asString());
        Set<String> first = assignments(id);
        byte[] key = Ids.bytes(id);
        jdbc.update("delete from unmet_shift where plan_id = ?", key);
        jdbc.update("delete from duty where plan_id = ?", key);
        jdbc.update(
                "update roster_plan set status = 'solving', lease_owner = ?, lease_until = '2026-01-01' where id = ?",
                Ids.bytes(UUID.randomUUID()),
                key);
        JsonNode again = month.awaitSolved(id);
        assertThat(again.path("cost")).isEqualTo(plan.path("cost"));
        assertThat(assignments(id)).isEqualTo(first);
    }

    @Test
    void aSuspendedLicenceReleasesTheDutiesFromItsFirstDayOnAndNoOthers() {
        String plan = month.draft().path("id").asString();
        assertThat(month.publish(plan).status()).isEqualTo(200);
        Set<String> gaps = month.duties(month.centre, "open").stream()
                .map(duty -> duty.path("id").asString())
                .collect(Collectors.toSet());
        List<JsonNode> before = dutiesOfCardiologist();
        List<JsonNode> hit = before.stream()
                .filter(duty -> !PublishedRosterCheck.date(duty).isBefore(LocalDate.of(2026, 10, 19)))
                .toList();
        assertThat(hit).isNotEmpty();
        Map<String, @Nullable Object> suspended = new HashMap<>();
        suspended.put("status", "suspended");
        suspended.put("suspendedFrom", "2026-10-19");
        rotation.staff.licence(month.licence, 2, month.cardiologist, suspended);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> dutiesOfCardiologist().size() == before.size() - hit.size());
        assertThat(dutiesOfCardiologist())
                .allMatch(duty -> PublishedRosterCheck.date(duty).isBefore(LocalDate.of(2026, 10, 19)));
        List<JsonNode> open = TestRotation.all(rotation.scheduler(), "/v1/duties?limit=200&status=open").stream()
                .filter(duty -> duty.path("planId").asString().equals(plan))
                .filter(duty -> !gaps.contains(duty.path("id").asString()))
                .toList();
        assertThat(open).hasSameSizeAs(hit).allSatisfy(duty -> {
            assertThat(duty.path("memberId").isNull()).isTrue();
            assertThat(duty.path("reason").asString()).isEqualTo("licence-suspended");
        });
        UUID one = UUID.fromString(hit.getFirst().path("id").asString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.duties", one).size() == 1);
    }

    @Test
    void aDraftWhoseFactsHaveChangedIsNotPublished() {
        String plan = month.draft().path("id").asString();
        Map<String, @Nullable Object> revoked = new HashMap<>();
        revoked.put("status", "revoked");
        revoked.put("revokedFrom", "2026-10-01");
        rotation.staff.licence(month.licence, 2, month.cardiologist, revoked);
        rotation.awaitDecision(month.cardiologist, month.hospital, "2026-10-01", false);
        TestApi.Answer answer = month.publish(plan);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("plan.duty-broken");
    }

    @Test
    void aNewerPlanOfTheSameMonthAndInstitutionsTakesThePlaceOfTheOneInForce() {
        String first = month.draft().path("id").asString();
        assertThat(month.publish(first).status()).isEqualTo(200);
        assertThat(month.publish(first).status()).as("only once").isEqualTo(409);
        String second = month.draft().path("id").asString();
        assertThat(month.publish(second).status()).isEqualTo(200);
        assertThat(rotation.scheduler()
                        .get("/v1/roster-plans/" + first)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("superseded");
        assertThat(month.duties(month.centre))
                .allSatisfy(duty -> assertThat(duty.path("planId").asString()).isEqualTo(second));
    }

    @Test
    void schedulersAndMembersSeeOnlyTheirOwn() {
        String plan = month.draft().path("id").asString();
        month.publish(plan);
        TestApi elsewhere = new TestApi(port).as(TestCaller.named("x").with(Role.SCHEDULER, "ELSEWHERE"));
        assertThat(elsewhere.get("/v1/roster-plans/" + plan).status()).isEqualTo(404);
        assertThat(elsewhere.get("/v1/duties").json().path("items").size()).isZero();
        assertThat(elsewhere
                        .post("/v1/roster-plans/" + plan + "/publications", "{}")
                        .status())
                .isEqualTo(404);
        TestApi half = new TestApi(port).as(TestCaller.named("half").with(Role.SCHEDULER, month.centreCode));
        assertThat(half.get("/v1/roster-plans/" + plan).status())
                .as("the plan also covers the hospital")
                .isEqualTo(404);
        assertThat(half.get("/v1/duties?institution=" + month.centre)
                        .json()
                        .path("items")
                        .size())
                .isPositive();
        assertThat(half.get("/v1/duties?institution=" + month.hospital)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        String staffNo = jdbc.queryForObject(
                "select staff_no from directory_member where id = ?", String.class, Ids.bytes(month.cardiologist));
        assertThat(TestRotation.all(rotation.member(String.valueOf(staffNo)), "/v1/duties?limit=200"))
                .isNotEmpty()
                .allSatisfy(
                        duty -> assertThat(duty.path("memberId").asString()).isEqualTo(month.cardiologist.toString()));
    }

    @Test
    void aPlanWithoutDemandAndASecondDemandAreRefused() {
        TestApi.Answer noDemand = rotation.scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-11", "institutionIds", List.of(month.centre), "seconds", 1, "seed", 1));
        assertThat(noDemand.status()).isEqualTo(422);
        assertThat(noDemand.code()).isEqualTo("plan.no-demand");
        TestApi.Answer again = rotation.scheduler()
                .post(
                        "/v1/duty-demands",
                        "{\"institutionId\":\"" + month.centre
                                + "\",\"month\":\"2026-10\",\"shifts\":[{\"code\":\"A\",\"name\":\"a\","
                                + "\"start\":\"08:00\",\"minutes\":480,\"night\":false,\"category\":\"nurse\",\"weekdays\":[\"MON\"],"
                                + "\"minimum\":1,\"desired\":1}]}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("demand.stated-already");
    }

    private List<JsonNode> dutiesOfCardiologist() {
        return TestRotation.all(
                rotation.scheduler(), "/v1/duties?limit=200&status=assigned&member=" + month.cardiologist);
    }

    private Set<String> assignments(UUID plan) {
        return TestRotation.all(rotation.scheduler(), "/v1/roster-plans/" + plan + "/duties?limit=200").stream()
                .map(duty -> duty.path("memberId").asString()
                        + duty.path("date").asString()
                        + duty.path("shift").asString())
                .collect(Collectors.toSet());
    }

    private List<Long> guestMinutesByWeek(List<JsonNode> atCentre) {
        return List.copyOf(atCentre.stream()
                .filter(duty -> duty.path("memberId").asString().equals(month.cardiologist.toString()))
                .collect(Collectors.groupingBy(
                        duty -> PublishedRosterCheck.date(duty)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        Collectors.summingLong(PublishedRosterCheck::minutes)))
                .values());
    }

    private static List<JsonNode> ofShift(List<JsonNode> rows, String code) {
        return rows.stream()
                .filter(row -> row.path("shift").asString().equals(code))
                .toList();
    }
}
