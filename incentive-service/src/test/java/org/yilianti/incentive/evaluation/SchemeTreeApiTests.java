package org.yilianti.incentive.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.incentive.directory.Institution;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** A three-level scheme from its ready-made form to the score of an institution, with and without data (I1). */
@ServiceTest
class SchemeTreeApiTests {

    private static final String TEMPLATE = "/v1/indicator-scheme-templates/basic-public-health-services";

    @Autowired
    Institutions institutions;

    @LocalServerPort
    int port;

    @Test
    void theReadyMadeSchemeOfThePublicHealthServicesIsPublishedAndExplainsAScore() {
        Answer listed = evaluator().get("/v1/indicator-scheme-templates");
        assertThat(listed.json().path(0).path("indicators").asInt()).isEqualTo(24);
        Answer drafted = evaluator()
                .post("/v1/indicator-schemes", evaluator().get(TEMPLATE).body());
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        JsonNode scheme = drafted.json();
        assertThat(scheme.path("groups")
                        .valueStream()
                        .filter(one -> one.path("parent").asString().equals("execution")))
                .as("the eleven items")
                .hasSize(11);
        assertThat(indicator(scheme, "record-rate").path("effectiveWeight").asString())
                .as("0.50 × 0.10 × 0.5")
                .isEqualTo("0.025");
        assertThat(publisher()
                        .post(drafted.header("Location") + "/publications", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(evaluator().get("/v1/indicator-scheme-templates/other").status())
                .isEqualTo(404);
    }

    @Test
    void anIndicatorWithoutDataBlocksScoresNothingOrIsLeftOutAsTheSchemeSays() {
        Answer blocked = closed("block", Map.of("a", "0.5"));
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.json().path("errors").valueStream().map(one -> one.path("code")
                        .asString()))
                .containsExactly("evaluation.measure-missing", "evaluation.measure-missing");

        JsonNode zero = score(closed("zero", Map.of("a", "0.5")));
        assertThat(zero.path("score").asString()).as("0.6 × 0.25 × 0.5").isEqualTo("0.075");
        assertThat(part(zero, "b").path("noData").asString()).isEqualTo("zero");
        assertThat(part(zero, "b").path("value").isNull()).isTrue();

        JsonNode excluded = score(closed("exclude", Map.of("a", "0.5", "c", "1")));
        assertThat(excluded.path("score").asString())
                .as("(0.15 × 0.5 + 0.4 × 1) ÷ 0.55")
                .isEqualTo("0.863636363636");
        assertThat(part(excluded, "b").path("noData").asString()).isEqualTo("exclude");

        Answer nothing = closed("exclude", Map.of());
        assertThat(nothing.status())
                .as("somebody without any data is never scored")
                .isEqualTo(422);
    }

    @Test
    void editionsAreComparedFieldByField() {
        String name = "compared " + UUID.randomUUID();
        UUID first = evaluator()
                .post("/v1/indicator-schemes", scheme(name, "block", "0.25"))
                .id();
        UUID second = evaluator()
                .post("/v1/indicator-schemes", scheme(name, "zero", "0.5"))
                .id();
        JsonNode differences = evaluator()
                .get("/v1/indicator-schemes/" + first + "/differences?to=" + second)
                .json();
        assertThat(differences
                        .valueStream()
                        .map(one -> one.path("code").asString() + " "
                                + one.path("field").asString() + " "
                                + one.path("before").asString() + " "
                                + one.path("after").asString()))
                .containsExactly(" noData block zero", "a weight 0.25 0.5", "b weight 0.75 0.5");
    }

    @Test
    void weightsOfALevelThatMissOneAreRefusedWithTheLevel() {
        Map<String, Object> scheme = scheme("bad " + UUID.randomUUID(), "block", "0.2499");
        Answer refused = evaluator().post("/v1/indicator-schemes", scheme);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .isEqualTo(
                        "The weights below \"one\" sum to 0.9999, must be 1: 0.0001 is missing. Is something left out there?");
        assertThat(evaluator()
                        .inLanguage("zh")
                        .post("/v1/indicator-schemes", scheme)
                        .body())
                .contains("还差 0.0001");
    }

    private Answer closed(String noData, Map<String, String> values) {
        UUID place = Ids.next();
        String code = "TREE-" + place;
        institutions.apply(List.of(
                new Institution(place, TestCaller.ASSOCIATION, 1, code, "机构", null, "township-health-centre", 1000)));
        UUID scheme = evaluator()
                .post("/v1/indicator-schemes", scheme(noData + " " + place, noData, "0.25"))
                .id();
        publisher().post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        Answer opened = evaluator()
                .post(
                        "/v1/evaluations",
                        Map.of("schemeId", scheme, "month", "2026-10", "institutionIds", List.of(place)));
        String address = "/v1/evaluations/" + opened.id();
        List<Map<String, Object>> items = new ArrayList<>();
        values.forEach((indicator, value) ->
                items.add(Map.of("institutionId", place, "indicator", indicator, "value", value)));
        if (!items.isEmpty()) {
            assertThat(evaluator()
                            .put(address + "/measures", Map.of("items", items), "\"1\"")
                            .status())
                    .isEqualTo(200);
        }
        return evaluator().post(address + "/closings", Map.of());
    }

    /** Group one (0.6) with a and b, and c (0.4) at the top. */
    private static Map<String, Object> scheme(String name, String noData, String weightOfA) {
        String weightOfB = weightOfA.equals("0.5") ? "0.5" : "0.75";
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("name", name);
        scheme.put("noData", noData);
        scheme.put("groups", List.of(Map.of("code", "one", "name", "one", "weight", "0.6")));
        scheme.put(
                "indicators",
                List.of(indicator("a", weightOfA, "one"), indicator("b", weightOfB, "one"), indicator("c", "0.4", "")));
        return scheme;
    }

    private static Map<String, Object> indicator(String code, String weight, String parent) {
        return Map.of(
                "code", code, "name", code, "weight", weight, "target", "1", "scoring", "ratio", "parent", parent);
    }

    private static JsonNode indicator(JsonNode scheme, String code) {
        return find(scheme.path("indicators"), "code", code);
    }

    private static JsonNode score(Answer closed) {
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        return closed.json().path("scores").path(0);
    }

    private static JsonNode part(JsonNode score, String indicator) {
        return find(score.path("indicators"), "indicator", indicator);
    }

    private static JsonNode find(JsonNode items, String field, String value) {
        return items.valueStream()
                .filter(one -> one.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private TestApi publisher() {
        return new TestApi(port).as(TestCaller.named("publisher").with(Role.EVALUATOR, "*"));
    }

    private TestApi evaluator() {
        return new TestApi(port).as(TestCaller.named("evaluator").with(Role.EVALUATOR, "*"));
    }
}
