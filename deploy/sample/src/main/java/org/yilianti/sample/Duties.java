package org.yilianti.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The published duties of the month at the rostered institutions. */
record Duties(Stage stage) {

    /** All duties, given to somebody or open. */
    List<JsonNode> all() {
        return stage.script().roster().demands().stream()
                .flatMap(demand -> at(demand.institution()))
                .toList();
    }

    /** Duties that somebody is to work, from a day of the month on. */
    List<JsonNode> assignedTo(String memberId, String from) {
        return stage
                .as("scheduler")
                .list("/v1/duties?member=%s&status=assigned&from=%s&to=%s&limit=200"
                        .formatted(memberId, from, afterTheMonth()))
                .stream()
                .filter(Duties::assigned)
                .toList();
    }

    static boolean assigned(JsonNode duty) {
        return duty.path("status").asString("").equals("assigned") && duty.hasNonNull("memberId");
    }

    static boolean open(JsonNode duty) {
        return duty.path("status").asString("").equals("open");
    }

    /** Whether the duty was somebody's until a suspension. */
    static boolean released(JsonNode duty) {
        return open(duty) && Reasons.code(duty.path("reason")).contains("suspend");
    }

    private Stream<JsonNode> at(String institution) {
        return stage
                .as("scheduler")
                .list("/v1/duties?institution=%s&from=%s&to=%s&limit=200"
                        .formatted(stage.registry().institutionId(institution), month().atDay(1), afterTheMonth()))
                .stream();
    }

    private String afterTheMonth() {
        return month().plusMonths(1).atDay(1).toString();
    }

    private YearMonth month() {
        return YearMonth.parse(stage.script().month());
    }
}
