package org.yilianti.sample.client;

import tools.jackson.databind.JsonNode;

/** The platform said no: what was asked, and the problem document that came back. */
public final class ApiException extends RuntimeException {

    private final int status;

    ApiException(String request, int status, JsonNode problem) {
        super("%s answered %d %s".formatted(request, status, summary(problem)));
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    private static String summary(JsonNode problem) {
        if (!problem.isObject()) {
            return "";
        }
        var errors = problem.path("errors");
        return "%s: %s%s"
                .formatted(
                        problem.path("code").asString(""),
                        problem.path("detail").asString(problem.path("title").asString("")),
                        errors.isEmpty() ? "" : " " + errors);
    }
}
