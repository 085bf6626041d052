package org.yilianti.rotation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.yilianti.rotation.TestWard;
import tools.jackson.databind.JsonNode;

/** M8: a planner reads why nobody could, why this person, and how good the plan is, in Chinese and in English. */
@ServiceTest
class PlanExplanationTests {

    private static final String HAN = "\\p{IsHan}";

    @LocalServerPort
    private int port;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whyNobodyCouldTellsCategorySpecialtyAndTitleFromWhatTheLawForbids() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior", "senior");
        ward.state(
                TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))),
                TestWard.shift("P", "08:00", Map.of("weekdays", List.of("TUE"), "category", "physician")),
                TestWard.shift("S", "08:00", Map.of("weekdays", List.of("WED"), "specialty", "teleportation")),
                TestWard.shift(
                        "T",
                        "08:00",
                        Map.of("weekdays", List.of("THU"), "leastTitle", "senior", "minimum", 2, "desired", 2)));
        String plan = "/v1/roster-plans/" + ward.solved().path("id").asString();
        List<JsonNode> gaps = TestRotation.all(ward.scheduler(), plan + "/unmet-demand?limit=200");
        assertThat(blocked(gaps, "P")).containsExactly("category 3");
        assertThat(blocked(gaps, "S")).as("a skill that nobody has").containsExactly("specialty 3");
        assertThat(blocked(gaps, "T")).as("one senior where two are wanted").containsExactly("title 2");
        assertThat(blocked(gaps, "D")).as("what can be met is planned").isEmpty();
        JsonNode gap = of(gaps, "T");
        assertThat(gap.path("reason").path("message").asString())
                .isEqualTo("Fewer people may lawfully work this shift that day than the 2 it wants.");
        JsonNode chinese =
                of(TestRotation.all(ward.scheduler().inLanguage("zh"), plan + "/unmet-demand?limit=200"), "T");
        assertThat(chinese.path("reason").path("message").asString()).isEqualTo("当日依法可上此班的人数少于所需的 2 人。");
        assertThat(chinese.path("blocked").path(0).path("message").asString()).isEqualTo("职称不足");
    }

    @Test
    void aPlanTellsItsProvenBoundAndGapInListAndDetail() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior", "junior");
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        JsonNode plan = ward.solved();
        assertGap(plan);
        JsonNode listed = TestRotation.all(ward.scheduler(), "/v1/roster-plans?limit=200&month=2026-10").stream()
                .filter(one -> one.path("id").equals(plan.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("gap")).isEqualTo(plan.path("gap"));
        assertThat(listed.path("bound")).isEqualTo(plan.path("bound"));
    }

    @Test
    void aPlanThatCouldNotBeSolvedSaysWhatToDoAndNothingOfTheProgramsInsides() {
        TestWard ward = new TestWard(new TestRotation(port, events), "junior");
        ward.state(TestWard.shift("D", "08:00", Map.of("weekdays", List.of("MON"))));
        String id = ward.solved().path("id").asString();
        jdbc.update(
                "update roster_plan set status = 'failed', failure = 'Index 7 out of bounds' where id = ?",
                Ids.bytes(UUID.fromString(id)));
        TestApi planner = ward.scheduler();
        assertThat(planner.get("/v1/roster-plans/" + id).json().path("failure").asString())
                .contains(id)
                .doesNotContain("Index");
        TestApi chinese = planner.inLanguage("zh");
        assertThat(chinese.get("/v1/roster-plans/" + id).json().path("failure").asString())
                .contains(id)
                .containsPattern(HAN);
        assertThat(chinese.get("/v1/roster-plans/" + id + "/progress").body())
                .contains("运维")
                .doesNotContain("Index");
    }

    private static void assertGap(JsonNode plan) {
        assertThat(plan.path("bound").isNumber())
                .as("so small a plan has a proven bound: %s", plan)
                .isTrue();
        long gap = plan.path("cost").asLong() - plan.path("bound").asLong();
        assertThat(gap).isNotNegative();
        assertThat(plan.path("gap").path("points").asLong()).isEqualTo(gap);
        assertThat(plan.path("gap").path("percent").decimalValue()).isBetween(BigDecimal.ZERO, new BigDecimal(100));
    }

    @Test
    void whyMeWhyHereIsOneSentenceAndWhatEachRuleAddsHasAName() {
        TestMonth month = new TestMonth(new TestRotation(port, events));
        month.stateDemand();
        String plan = month.draft().path("id").asString();
        assertThat(month.publish(plan).status()).isEqualTo(200);
        JsonNode clinic = duty(month, "XC");
        JsonNode only = explained(month.rotation.scheduler(), clinic);
        assertThat(only.path("summary").asString())
                .as("the one cardiologist")
                .isEqualTo("Nobody else may take this duty that day.");
        assertThat(only.path("blocked").findValuesAsString("rule")).contains("category", "specialty");
        JsonNode nurses = explained(month.rotation.scheduler().inLanguage("zh"), dutyOfHospital(month, "ND"));
        assertThat(nurses.path("summary").asString()).containsPattern(HAN).doesNotContain("{");
        assertThat(nurses.path("reasons")).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.path("message").asString()).containsPattern(HAN);
            assertThat(nurses.path("costByRule")
                            .path(reason.path("rule").asString())
                            .asLong())
                    .isEqualTo(reason.path("cost").asLong());
        });
        assertThat(nurses.path("blocked")
                        .valueStream()
                        .filter(rule -> rule.path("rule").asString().equals("category"))
                        .map(rule -> rule.path("message").asString()))
                .as("physicians are no nurses")
                .containsExactly("人员类别不符");
        JsonNode nobody = explained(
                month.rotation.scheduler().inLanguage("zh"),
                month.duties(month.centre, "open").stream()
                        .filter(one -> one.path("shift").asString().equals("XK"))
                        .findFirst()
                        .orElseThrow());
        assertThat(nobody.path("summary").asString())
                .isEqualTo(nobody.path("gap").path("message").asString())
                .containsPattern(HAN);
    }

    private static JsonNode explained(TestApi reader, JsonNode duty) {
        TestApi.Answer answer = reader.get("/v1/duties/" + duty.path("id").asString() + "/explanation");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode duty(TestMonth month, String shift) {
        return first(month.duties(month.centre), shift);
    }

    private static JsonNode dutyOfHospital(TestMonth month, String shift) {
        return first(month.duties(month.hospital), shift);
    }

    private static JsonNode first(List<JsonNode> duties, String shift) {
        return duties.stream()
                .filter(one -> one.path("shift").asString().equals(shift))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode of(List<JsonNode> gaps, String shift) {
        return first(gaps, shift);
    }

    /** What keeps people out of the first gap of this shift; nothing where there is no gap. */
    private static List<String> blocked(List<JsonNode> gaps, String shift) {
        return gaps.stream()
                .filter(gap -> gap.path("shift").asString().equals(shift))
                .limit(1)
                .flatMap(gap -> gap.path("blocked").valueStream())
                .map(rule ->
                        rule.path("code").asString() + " " + rule.path("people").asInt())
                .toList();
    }
}
