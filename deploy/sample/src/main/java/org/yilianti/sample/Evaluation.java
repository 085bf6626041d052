package org.yilianti.sample;

import java.util.List;
import java.util.Map;

/** The evaluation of the month: a published scheme, the verified measures, the quality of a few people, and the closing. */
record Evaluation(Stage stage) {

    /** Closes the evaluation and gives its id. */
    String close() {
        var evaluator = stage.as("evaluator");
        var pay = stage.script().pay();
        var scheme = evaluator
                .post(
                        "/v1/indicator-schemes",
                        key("scheme"),
                        Map.of("name", pay.scheme(), "indicators", pay.indicators()))
                .id();
        stage.as("evaluator-2").post("/v1/indicator-schemes/" + scheme + "/publications", key("publish-scheme"));
        var institutions =
                pay.institutions().stream().map(stage.registry()::institutionId).toList();
        var id = evaluator
                .post(
                        "/v1/evaluations",
                        key("evaluation"),
                        Map.of("schemeId", scheme, "month", stage.script().month(), "institutionIds", institutions))
                .id();
        var path = "/v1/evaluations/" + id;
        if (!evaluator.get(path).text("status").equals("closed")) {
            evaluator.put(path, path + "/measures", Map.of("items", measures()));
            evaluator.put(path, path + "/quality", Map.of("items", pay.quality()));
        }
        evaluator.post(path + "/closings", key("close"));
        return id;
    }

    private List<Map<String, String>> measures() {
        return stage.script().pay().measures().stream()
                .map(measure -> Map.of(
                        "institutionId", stage.registry().institutionId(measure.institution()),
                        "indicator", measure.indicator(),
                        "value", measure.value()))
                .toList();
    }

    private String key(String action) {
        return stage.keys().of("evaluation", action);
    }
}
