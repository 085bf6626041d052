package org.yilianti.incentive.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

@ServiceTest
class EvaluationApiTests {

    private final UUID one = Ids.next();
    private final UUID two = Ids.next();

    @Autowired
    Institutions institutions;

    @LocalServerPort
    int port;

    private UUID scheme;
    private String address;

    @BeforeEach
    void anOpenEvaluation() {
        institutions.apply(List.of(institution(one, "E1"), institution(two, "E2")));
        scheme = evaluator("*")
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                UUID.randomUUID().toString(),
                                "indicators",
                                List.of(
                                        Map.of(
                                                "code",
                                                "a",
                                                "name",
                                                "a",
                                                "weight",
                                                "0.333333",
                                                "target",
                                                "3",
                                                "scoring",
                                                "ratio"),
                                        Map.of(
                                                "code",
                                                "b",
                                                "name",
                                                "b",
                                                "weight",
                                                "0.666667",
                                                "target",
                                                "1",
                                                "scoring",
                                                "threshold"))))
                .id();
        new TestApi(port)
                .as(TestCaller.named("publisher").with(Role.EVALUATOR, "*"))
                .post("/v1/indicator-schemes/" + scheme + "/publications", Map.of());
        address = "/v1/evaluations/" + open(evaluator("*"), scheme).id();
    }

    private Answer open(TestApi who, UUID by) {
        return who.post(
                "/v1/evaluations", Map.of("schemeId", by, "month", "2026-10", "institutionIds", List.of(one, two)));
    }

    private static Institution institution(UUID id, String code) {
        return new Institution(id, TestCaller.ASSOCIATION, 1, code, code, null, "township-health-centre", 10);
    }

    private TestApi evaluator(String institution) {
        return new TestApi(port).as(TestCaller.named("evaluator").with(Role.EVALUATOR, institution));
    }

    private static Map<String, Object> measure(UUID institution, String indicator, Object value) {
        return Map.of("institutionId", institution, "indicator", indicator, "value", value);
    }

    private Answer enter(TestApi who, String version, Object... items) {
        return who.put(address + "/measures", Map.of("items", List.of(items)), version);
    }

    @Test
    void aClosedEvaluationExplainsItsScoresAndNeverChanges() {
        Answer entered = enter(
                evaluator("*"),
                "\"1\"",
                measure(one, "a", "1"),
                measure(one, "b", "1"),
                measure(two, "a", "9"),
                measure(two, "b", "0.99"));
        assertThat(entered.header("ETag")).isEqualTo("\"2\"");
        assertThat(evaluator("*").send("POST", address + "/closings", Map.of()).status())
                .as("version 1 was read, it is version 2")
                .isEqualTo(412);
        JsonNode closed = evaluator("*").post(address + "/closings", Map.of()).json();
        JsonNode score = closed.path("scores").path(0);
        assertThat(score.path("score").asString()).isEqualTo("0.777777888889");
        assertThat(score.path("indicators").path(0).path("weighted").asString()).isEqualTo("0.111110888889");
        assertThat(closed.path("scores").path(1).path("score").asString()).isEqualTo("0.333333");

        Answer late = enter(evaluator("*"), "\"3\"", measure(one, "a", "3"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("evaluation.closed");
        assertThat(evaluator("*").post(address + "/closings", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void aMissingMeasureBlocksTheClosingAndIsNamed() {
        enter(evaluator("*"), "\"1\"", measure(one, "a", "1"), measure(one, "b", "1"), measure(two, "a", "1"));
        Answer refused = evaluator("*").post(address + "/closings", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Institution E2 has no value of indicator \\\"b\\\"");
    }

    @Test
    void aStaleEntryIsRefused() {
        assertThat(enter(evaluator("*"), "\"1\"", measure(one, "a", "1")).status())
                .isEqualTo(200);
        assertThat(enter(evaluator("*"), "\"1\"", measure(one, "a", "2")).status())
                .isEqualTo(412);
        assertThat(enter(evaluator("*"), null, measure(one, "a", "2")).status()).isEqualTo(428);
    }

    @Test
    void wrongEntriesAreAllNamed() {
        Answer refused = enter(
                evaluator("*"),
                "\"1\"",
                measure(one, "a", "-1"),
                measure(one, "z", "1"),
                measure(Ids.next(), "a", "1"),
                measure(two, "a", "1"),
                measure(two, "a", "1"),
                measure(two, "b", "1000000000001"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactly(
                        "/items/0/value evaluation.value-invalid",
                        "/items/1/indicator evaluation.indicator-unknown",
                        "/items/2/institutionId evaluation.institution-unknown",
                        "/items/4/indicator evaluation.measure-repeated",
                        "/items/5/value evaluation.value-invalid");
        Answer quality = evaluator("*")
                .put(
                        address + "/quality",
                        Map.of("items", List.of(Map.of("staffNo", "nobody", "quality", "1"))),
                        "\"1\"");
        assertThat(quality.json().path("errors").path(0).path("code").asString())
                .isEqualTo("evaluation.member-unknown");
    }

    @Test
    void aSheetIsHandedOutFilledInAndTakenWholeOrNotAtAll() {
        Answer empty = evaluator("*").get(address + "/measures/sheet");
        assertThat(empty.body().lines().map(line -> line.replace("\uFEFF", "")))
                .containsExactly("institutionCode,indicator,value", "E1,a,", "E1,b,", "E2,a,", "E2,b,");
        String filled = "institutionCode,indicator,value\nE1,a,1\nE1,b,1\nE2,a,9\nE2,b,\n";
        Answer taken = evaluator("*").put(address + "/measures/sheet", filled, "\"1\"");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("measures").valueStream().map(each -> each.path("origin")
                        .asString()))
                .containsExactly("entry", "entry", "entry");
        assertThat(evaluator("*").get(address + "/measures/sheet").body()).contains("E2,a,9", "E1,b,1", "E2,b,");
        String wrong = "institutionCode,indicator,value\nE1,a,2\nE1,z,1\nE2,a,-1\n";
        Answer refused = evaluator("*").put(address + "/measures/sheet", wrong, "\"2\"");
        assertThat(pointers(refused))
                .containsExactly(
                        "/lines/3/indicator evaluation.indicator-unknown", "/lines/4/value evaluation.value-invalid");
        assertThat(pointers(evaluator("E1").put(address + "/measures/sheet", filled, "\"2\"")))
                .as("another institution's")
                .containsExactly("/lines/4/institutionCode evaluation.institution-unknown");
        assertThat(pointers(evaluator("*").put(address + "/quality/sheet", "staffNo,quality\nnobody,1\n", "\"2\"")))
                .containsExactly("/lines/2/staffNo evaluation.member-unknown");
        assertThat(evaluator("*")
                        .put(address + "/quality/sheet", "staffNo,quality\nnobody,\n", "\"2\"")
                        .code())
                .isEqualTo("evaluation.sheet-size");
        assertThat(evaluator("*").get(address).header("ETag")).isEqualTo("\"2\"");
    }

    private static List<String> pointers(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    @Test
    void anEvaluatorOfOneInstitutionEntersAndSeesItAlone() {
        TestApi limited = evaluator("E1");
        assertThat(enter(limited, "\"1\"", measure(two, "a", "1")).status()).isEqualTo(403);
        Answer entered = enter(limited, "\"1\"", measure(one, "a", "1"));
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.json().path("institutions").size()).isEqualTo(1);
        assertThat(limited.post(address + "/closings", Map.of()).status()).isEqualTo(403);
        assertThat(open(limited, scheme).status()).isEqualTo(403);
        assertThat(evaluator("E9").get(address).status()).isEqualTo(404);
        assertThat(evaluator("E9").get("/v1/evaluations").json().path("items")).isEmpty();
        assertThat(limited.put(
                                address + "/quality",
                                Map.of("items", List.of(Map.of("staffNo", "x", "quality", "1"))),
                                "\"2\"")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDraftSchemeJudgesNobody() {
        UUID draft = evaluator("*")
                .post(
                        "/v1/indicator-schemes",
                        Map.of(
                                "name",
                                UUID.randomUUID().toString(),
                                "indicators",
                                List.of(Map.of(
                                        "code", "a", "name", "a", "weight", "1", "target", "1", "scoring", "ratio"))))
                .id();
        assertThat(open(evaluator("*"), draft).code()).isEqualTo("scheme.not-published");
        assertThat(open(evaluator("*"), UUID.randomUUID()).status()).isEqualTo(404);
    }
}
