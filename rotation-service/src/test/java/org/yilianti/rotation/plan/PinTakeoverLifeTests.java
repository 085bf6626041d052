package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M8: a planner keeps what is good in a draft, or how last month was, without naming every duty. */
@ServiceTest
class PinTakeoverLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Test
    void dutiesOfADraftBecomePinsAllAtOnceAndOfLastMonthTheSameWeekdays() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        Map<String, Object> monday = TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON")));
        Map<String, Object> thursday = TestWard.shift("E", "14:00", Map.of("weekdays", List.of("THU")));
        ward.state(monday, thursday);
        JsonNode october = ward.solved();
        TestApi.Answer taken = take(ward, october, Map.of("shifts", List.of("E")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("added").asInt()).as("five Thursdays").isEqualTo(5);
        assertThat(taken.json().path("refused").size()).isZero();
        assertThat(take(ward, october, Map.of("shifts", List.of("E")))
                        .json()
                        .path("added")
                        .asInt())
                .as("they are pinned already")
                .isZero();
        ward.scheduler()
                .post(
                        "/v1/duty-demands",
                        Map.of("institutionId", ward.site, "month", "2026-11", "shifts", List.of(monday)));
        TestApi.Answer requested = ward.scheduler()
                .post(
                        "/v1/roster-plans",
                        Map.of("month", "2026-11", "institutionIds", List.of(ward.site), "seconds", 1, "seed", 8));
        JsonNode november = ward.solved(requested.id());
        TestApi.Answer copied =
                take(ward, november, Map.of("planId", october.path("id").asString()));
        assertThat(copied.status()).as(copied.body()).isEqualTo(200);
        Map<String, String> before = mondays(TestRotation.all(ward.scheduler(), path(october) + "/duties?limit=100"));
        JsonNode pins = ward.scheduler().get(path(november) + "/pins").json().path("items");
        assertThat(copied.json().path("added").asInt()).isEqualTo(pins.size()).isEqualTo(4);
        pins.forEach(pin -> assertThat(pin.path("memberId").asString())
                .as("who had the Monday four weeks earlier")
                .isEqualTo(before.get(LocalDate.parse(pin.path("date").asString())
                        .minusWeeks(4)
                        .toString())));
        assertThat(copied.json().path("refused").size())
                .as("Thursdays have no demand in November")
                .isGreaterThanOrEqualTo(3);
    }

    private static TestApi.Answer take(TestWard ward, JsonNode plan, Map<String, Object> chosen) {
        return ward.scheduler().post(path(plan) + "/pins/takeovers", chosen);
    }

    private static String path(JsonNode plan) {
        return "/v1/roster-plans/" + plan.path("id").asString();
    }

    private static Map<String, String> mondays(List<JsonNode> duties) {
        return duties.stream()
                .filter(duty -> duty.path("shift").asString().equals("D"))
                .collect(Collectors.toMap(duty -> duty.path("date").asString(), duty -> duty.path("memberId")
                        .asString()));
    }
}
