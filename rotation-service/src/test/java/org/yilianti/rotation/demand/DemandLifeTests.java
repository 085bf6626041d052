package org.yilianti.rotation.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestRotation;
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M6, M7: what a shift asks beside heads reaches the plan and every later change; what contradicts itself is refused. */
@ServiceTest
class DemandLifeTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Test
    void orderOfShiftsMostOfAShiftAndTitlesHoldInThePlanAndAtEveryHandover() {
        TestWard ward = ward("intermediate", "junior", "junior", "junior", "junior");
        TestApi.Answer stated = ward.state(
                TestWard.shift("E", "14:00", Map.of("forbiddenNext", List.of("D"), "mostPerPerson", 8)),
                TestWard.shift("D", "10:00", Map.of()),
                TestWard.shift(
                        "H", "09:00", Map.of("leastTitle", "intermediate", "weekdays", List.of("WED"), "desired", 1)));
        assertThat(stated.status()).as(stated.body()).isEqualTo(201);
        List<JsonNode> duties = ward.published();
        Map<String, String> shifts = duties.stream()
                .filter(duty -> duty.path("status").asString().equals("assigned"))
                .collect(Collectors.toMap(
                        duty -> duty.path("memberId").asString()
                                + duty.path("date").asString(),
                        duty -> duty.path("shift").asString()));
        assertThat(of(duties, "H")).isNotEmpty().allSatisfy(duty -> assertThat(holder(duty))
                .isIn(ward.nurses.getFirst().toString(), ""));
        for (UUID nurse : ward.nurses) {
            assertThat(of(duties, "E").stream().filter(duty -> holder(duty).equals(nurse.toString())))
                    .hasSizeLessThanOrEqualTo(8);
            for (int day = 1; day < 31; day++) {
                String today = shifts.getOrDefault(nurse + "2026-10-%02d".formatted(day), "");
                String next = shifts.getOrDefault(nurse + "2026-10-%02d".formatted(day + 1), "");
                assertThat(today + next).as("%s on day %d", nurse, day).isNotEqualTo("ED");
            }
        }
        assertThat(TestWard.codes(ward.assign(held(duties, "H"), ward.nurses.get(1))))
                .contains("duty.rule.title");
        JsonNode early = duties.stream()
                .filter(duty -> duty.path("shift").asString().equals("D")
                        && !holder(duty).isEmpty()
                        && lateOn(duties, dayBefore(duty)) != null
                        && !shifts.containsKey(holder(lateOn(duties, dayBefore(duty)))
                                + duty.path("date").asString()))
                .findFirst()
                .orElseThrow();
        UUID late = UUID.fromString(holder(lateOn(duties, dayBefore(early))));
        assertThat(TestWard.codes(ward.assign(early, late))).contains("duty.rule.succession");
    }

    @Test
    void contradictionsOfADemandAreAllToldAtOnce() {
        TestWard ward = ward("junior");
        Map<String, Object> bad = new HashMap<>(TestWard.shift(
                "A",
                "08:00",
                Map.of(
                        "minimum",
                        2,
                        "forbiddenNext",
                        List.of("A", "Z"),
                        "mostPerPerson",
                        0,
                        "weights",
                        Map.of("belowMinimum", 10, "belowDesired", 20, "aboveDesired", 1))));
        TestApi.Answer refused = ward.state(bad, TestWard.shift("A", "09:00", Map.of()));
        assertThat(TestWard.codes(refused))
                .containsExactlyInAnyOrder(
                        "demand.desired-below-minimum",
                        "demand.next-unknown",
                        "demand.weights-inverted",
                        "demand.nobody-may",
                        "demand.code-twice");
        assertThat(refused.body()).contains("/shifts/0/forbiddenNext");
        assertThat(ward.state(TestWard.shift("A", "08:00", Map.of("leastTitle", "emperor")))
                        .status())
                .as("no such title")
                .isEqualTo(400);
        assertThat(ward.state(TestWard.shift("A", "08:00", Map.of("category", "wizard")))
                        .status())
                .as("no such category")
                .isEqualTo(400);
    }

    @Test
    void aDemandIsCorrectedByWhoHasReadItUntilAPublishedPlanRestsOnIt() {
        TestWard ward = ward("junior");
        TestApi.Answer stated = ward.state(TestWard.shift("A", "08:00", Map.of()));
        String path = "/v1/duty-demands/" + stated.id();
        Map<String, Object> other = Map.of(
                "shifts",
                List.of(TestWard.shift(
                        "B", "09:00", Map.of("forbiddenNext", List.of("B"), "weekdays", List.of("MON")))));
        assertThat(ward.scheduler().put(path, other, null).status()).isEqualTo(428);
        TestApi.Answer changed = ward.scheduler().put(path, other, "\"1\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        JsonNode read = ward.scheduler().get(path).json();
        assertThat(read.path("shifts").size()).isEqualTo(1);
        assertThat(read.path("shifts").path(0).path("forbiddenNext").path(0).asString())
                .isEqualTo("B");
        assertThat(ward.scheduler().put(path, other, "\"1\"").status()).isEqualTo(412);
        assertThat(ward.published())
                .hasSize(4)
                .allMatch(duty -> duty.path("shift").asString().equals("B"));
        TestApi.Answer late = ward.scheduler().put(path, other, "\"2\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("demand.published");
    }

    private TestWard ward(String... titles) {
        return new TestWard(new TestRotation(port, events), titles);
    }

    private static List<JsonNode> of(List<JsonNode> duties, String shift) {
        return duties.stream()
                .filter(duty -> duty.path("shift").asString().equals(shift))
                .toList();
    }

    private static JsonNode held(List<JsonNode> duties, String shift) {
        return of(duties, shift).stream()
                .filter(duty -> !holder(duty).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable JsonNode lateOn(List<JsonNode> duties, String day) {
        return of(duties, "E").stream()
                .filter(duty -> duty.path("date").asString().equals(day)
                        && !holder(duty).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String dayBefore(JsonNode duty) {
        return LocalDate.parse(duty.path("date").asString()).minusDays(1).toString();
    }

    private static String holder(@Nullable JsonNode duty) {
        return duty == null || duty.path("memberId").isNull()
                ? ""
                : duty.path("memberId").asString();
    }
}
