package org.yilianti.incentive.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;

@ServiceTest
class SchemeApiTests {

    @LocalServerPort
    int port;

    private TestApi evaluator() {
        return new TestApi(port).as(TestCaller.named("evaluator").with(Role.EVALUATOR, "*"));
    }

    private static Map<String, Object> indicator(String code, Object weight) {
        return Map.of("code", code, "name", code, "weight", weight, "target", "1", "scoring", "ratio");
    }

    private TestApi second() {
        return new TestApi(port).as(TestCaller.named("second").with(Role.EVALUATOR, "*"));
    }

    private static Map<String, Object> scheme(String name, Object... indicators) {
        return Map.of("name", name, "indicators", List.of(indicators));
    }

    @Test
    void aPublishedSchemeNeverChangesAndItsSuccessorIsTheNextEdition() {
        String name = UUID.randomUUID().toString();
        Answer drafted = evaluator().post("/v1/indicator-schemes", scheme(name, indicator("a", "1")));
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("ETag")).isEqualTo("\"1\"");
        String address = "/v1/indicator-schemes/" + drafted.id();
        Map<String, Object> revision = Map.of("indicators", List.of(indicator("a", 0.25), indicator("b", 0.75)));
        Answer revised = evaluator().put(address + "/indicators", revision, "\"1\"");
        assertThat(revised.json().path("indicators").size()).isEqualTo(2);
        assertThat(evaluator().post(address + "/publications", Map.of()).code())
                .as("its author does not publish it")
                .isEqualTo("scheme.publisher-is-author");
        assertThat(second().put(address + "/indicators", revision, "\"2\"").code())
                .as("and who publishes it does not write it")
                .isEqualTo("scheme.reviser-is-not-author");
        assertThat(second().send("POST", address + "/publications", Map.of()).status())
                .as("version 1 was read, it is version 2")
                .isEqualTo(412);
        assertThat(second().post(address + "/publications", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("published");

        Answer refused = evaluator().put(address + "/indicators", revision, "\"3\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("scheme.published");
        assertThat(evaluator().post(address + "/publications", Map.of()).status())
                .isEqualTo(409);
        assertThat(evaluator()
                        .post("/v1/indicator-schemes", scheme(name, indicator("a", "1")))
                        .json()
                        .path("edition")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRevisionOfAStaleOrUnnamedVersionIsRefused() {
        String address = "/v1/indicator-schemes/"
                + evaluator()
                        .post("/v1/indicator-schemes", scheme(UUID.randomUUID().toString(), indicator("a", "1")))
                        .id()
                + "/indicators";
        Map<String, Object> revision = Map.of("indicators", List.of(indicator("b", "1")));
        assertThat(evaluator().put(address, revision, null).status()).isEqualTo(428);
        assertThat(evaluator().put(address, revision, "\"7\"").status()).isEqualTo(412);
        assertThat(evaluator().put(address, revision, "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void wrongWeightsAndIncomeAreRefusedInTheCallersLanguage() {
        Map<String, Object> bad = scheme("x", indicator("drugRevenue", "0.5"), indicator("b", "0.4999"));
        Answer english = evaluator().post("/v1/indicator-schemes", bad);
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.body()).contains("The weights sum to 0.9999", "0.0001 is missing", "九不准");
        assertThat(evaluator()
                        .inLanguage("zh")
                        .post("/v1/indicator-schemes", bad)
                        .body())
                .contains("权重合计为 0.9999", "指标“drugRevenue”衡量医疗收入");
    }

    @Test
    void whatIsMissingOrUnknownIsNamedByItsPointer() {
        Answer refused = evaluator()
                .post(
                        "/v1/indicator-schemes",
                        Map.of("name", " ", "indicators", List.of(Map.of("code", "a", "scoring", "magic"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").valueStream().map(error -> error.path("pointer")
                        .asString()))
                .contains("/name", "/indicators/0/name", "/indicators/0/weight", "/indicators/0/scoring");
    }

    @Test
    void aNumberTooLongToComputeWithIsRefusedAtTheDoor() {
        for (String monster : List.of("1e999999999", "1e-999999999", "-9e2147483647")) {
            Answer refused = evaluator().post("/v1/indicator-schemes", scheme("x", indicator("a", monster)));
            assertThat(refused.status()).as(monster).isEqualTo(422);
        }
    }

    @Test
    void anEvaluatorOfOneInstitutionWritesNoScheme() {
        Answer refused = new TestApi(port)
                .as(TestCaller.named("evaluator").with(Role.EVALUATOR, "T01"))
                .post("/v1/indicator-schemes", scheme("x", indicator("a", "1")));
        assertThat(refused.status()).isEqualTo(403);
    }
}
