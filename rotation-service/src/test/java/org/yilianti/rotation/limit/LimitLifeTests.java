package org.yilianti.rotation.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M7: exceptions of single people from the limits, from request to the plan they shape. */
@ServiceTest
class LimitLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    private TestWard ward;
    private UUID protectedNurse;

    @BeforeEach
    void aWard() {
        ward = new TestWard(new TestRotation(port, events), "junior", "junior", "junior");
        protectedNurse = ward.nurses.getFirst();
    }

    @Test
    void anExceptionThatProtectsHoldsAtOnceInThePlanAndAtEveryHandover() {
        TestApi.Answer made = hr().post(
                        "/v1/personal-limits",
                        order(protectedNurse, Map.of("consecutiveNights", 0, "monthlyHours", 16)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("state").asString()).isEqualTo("in-force");
        ward.state(
                TestWard.shift("N", "00:00", Map.of("weekdays", List.of("MON", "THU"))),
                TestWard.shift("D", "08:00", Map.of("weekdays", List.of("TUE", "WED", "FRI", "SAT"))));
        List<JsonNode> duties = ward.published();
        assertThat(duties.stream().filter(this::isProtected))
                .hasSizeLessThanOrEqualTo(2)
                .noneMatch(duty -> duty.path("night").asBoolean());
        JsonNode night = duties.stream()
                .filter(duty -> duty.path("night").asBoolean() && isHeld(duty))
                .findFirst()
                .orElseThrow();
        assertThat(TestWard.codes(ward.assign(night, protectedNurse))).contains("duty.rule.consecutive-nights");
        List<TestApi.Answer> taken = duties.stream()
                .filter(duty -> duty.path("shift").asString().equals("D") && !isProtected(duty))
                .limit(6)
                .map(duty -> ward.assign(duty, protectedNurse))
                .toList();
        TestApi.Answer last = taken.getLast();
        assertThat(TestWard.codes(last)).as("hours of the month").contains("duty.rule.horizon-hours");
        List<JsonNode> own = TestRotation.all(ward.as(0), "/v1/personal-limits?limit=50");
        assertThat(own).hasSize(1);
        assertThat(TestRotation.all(ward.as(1), "/v1/personal-limits?limit=50")).isEmpty();
    }

    @Test
    void anExceptionThatAsksMoreWaitsForASecondPersonAndEndsOnADay() {
        TestApi.Answer asked = hr().post("/v1/personal-limits", order(protectedNurse, Map.of("weeklyHours", 50)));
        assertThat(asked.json().path("state").asString()).as(asked.body()).isEqualTo("requested");
        String path = "/v1/personal-limits/" + asked.id();
        TestApi.Answer own = hr().post(path + "/approvals", "{}");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("limit.four-eyes");
        TestApi.Answer approved = ward.scheduler().post(path + "/approvals", "{}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("state").asString()).isEqualTo("in-force");
        assertThat(ward.scheduler().post(path + "/approvals", "{}").code()).isEqualTo("limit.state");
        TestApi.Answer ended =
                ward.scheduler().post(path + "/endings", Map.of("from", "2026-10-20", "reason", "the season is over"));
        assertThat(ended.json().path("to").asString()).as(ended.body()).isEqualTo("2026-10-20");
        assertThat(ended.json().path("state").asString()).isEqualTo("in-force");
        TestApi.Answer again = hr().post("/v1/personal-limits", order(protectedNurse, Map.of("weeklyHours", 48)));
        assertThat(again.status()).as("overlaps the first").isEqualTo(409);
        TestApi.Answer refused = hr().post("/v1/personal-limits", order(ward.nurses.get(1), Map.of("restHours", 8)));
        String other = "/v1/personal-limits/" + refused.id();
        assertThat(ward.scheduler()
                        .post(other + "/refusals", Map.of("reason", "rest is not for sale"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("refused");
    }

    @Test
    void contradictionsAreRefusedWithTheValuesThatContradict() {
        assertThat(codes(Map.of())).containsExactly("limit.nothing");
        assertThat(codes(Map.of("consecutiveDays", 3, "leastConsecutiveDays", 4)))
                .containsExactly("limit.contradiction");
        assertThat(codes(Map.of("consecutiveNights", 6, "consecutiveDays", 5))).containsExactly("limit.contradiction");
        assertThat(codes(Map.of("monthlyHours", 100, "leastMonthlyHours", 120))).containsExactly("limit.contradiction");
        assertThat(codes(Map.of("weeklyHours", 80)))
                .as("beyond what policy lets anybody agree")
                .hasSize(1);
        Map<String, Object> inverted = order(protectedNurse, Map.of("weekends", 1));
        inverted.put("to", "2026-09-01");
        assertThat(hr().post("/v1/personal-limits", inverted).code()).isEqualTo("limit.period-inverted");
        Map<String, Object> forever = order(protectedNurse, Map.of("weekends", 1));
        forever.put("to", "2029-09-01");
        assertThat(hr().post("/v1/personal-limits", forever).code()).isEqualTo("limit.too-long");
        assertThat(hr().post("/v1/personal-limits", order(UUID.randomUUID(), Map.of("weekends", 1)))
                        .code())
                .isEqualTo("member.unknown");
        Map<String, Object> senseless = order(protectedNurse, Map.of("consecutiveDays", 0));
        assertThat(hr().post("/v1/personal-limits", senseless).status()).isEqualTo(422);
    }

    private List<String> codes(Map<String, Object> limits) {
        return TestWard.codes(hr().post("/v1/personal-limits", order(protectedNurse, limits)));
    }

    private static Map<String, Object> order(UUID member, Map<String, Object> limits) {
        Map<String, Object> order = new HashMap<>();
        order.put("memberId", member);
        order.put("from", "2026-10-01");
        order.put("to", "2026-11-01");
        order.put("limits", limits);
        order.put("reason", "agreed with the person");
        return order;
    }

    private TestApi hr() {
        return ward.rotation.hr();
    }

    private boolean isProtected(JsonNode duty) {
        return duty.path("memberId").asString("").equals(protectedNurse.toString());
    }

    private static boolean isHeld(JsonNode duty) {
        return duty.path("memberId").isString();
    }
}
