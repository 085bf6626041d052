package org.yilianti.sample;

import java.util.Map;

/** What the consuming services have learnt so far; events arrive a moment after the change that they tell of. */
record Directories(Stage stage) {

    /** Waits until a service knows at least as many of each thing as given; a number that it does not report is not waited for. */
    void await(String service, Map<String, Integer> wanted) {
        var caller = stage.as(service.equals("incentive") ? "payroll" : "registrar");
        stage.patience()
                .until(
                        service + "-service to know " + wanted,
                        () -> caller.get("/v1/directories/" + service + "?month="
                                + stage.script().month()),
                        seen -> wanted.entrySet().stream()
                                .allMatch(entry -> !seen.body().hasNonNull(entry.getKey())
                                        || seen.number(entry.getKey()) >= entry.getValue()));
    }
}
