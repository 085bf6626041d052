package org.yilianti.platform.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What of a published API document is gone or changed in the present one: addresses, methods, parameters, answers, fields, types. Words
 * for people may change; additions are no break, but for what becomes required of a caller.
 *
 * <p>Decision: openapi-diff-core 2.1.7 was tried on this document (OpenAPI 3.1): it overlooks a field that turns from string to
 * integer and calls the loss of an answer's field compatible. So this compares structure itself.
 */
final class ApiChanges {

    private static final Set<String> WORDS = Set.of("description", "summary", "operationId", "tags", "title");

    private final List<String> breaks = new ArrayList<>();

    private ApiChanges() {}

    /** Every break found, with its place; empty when old callers can go on. */
    static List<String> breaks(JsonNode published, JsonNode present) {
        ApiChanges changes = new ApiChanges();
        changes.compare("", published, present);
        return changes.breaks;
    }

    private void compare(String place, JsonNode published, JsonNode present) {
        if (present.isMissingNode()) {
            breaks.add(place + " is gone");
        } else if (published.isObject()) {
            published
                    .propertyStream()
                    .filter(member -> !WORDS.contains(member.getKey())
                            || member.getValue().isObject())
                    .forEach(member ->
                            compare(place + "/" + member.getKey(), member.getValue(), present.path(member.getKey())));
        } else if (published.isArray()) {
            elements(place, published, present);
        } else if (!published.equals(present)) {
            breaks.add(place + " was " + published + ", is " + present);
        }
    }

    private void elements(String place, JsonNode published, JsonNode present) {
        if (place.endsWith("/parameters")) {
            published.forEach(
                    parameter -> compare(place + "/" + name(parameter), parameter, named(present, parameter)));
            present.valueStream()
                    .filter(parameter -> parameter.path("required").asBoolean())
                    .filter(parameter -> named(published, parameter).isMissingNode())
                    .forEach(parameter -> breaks.add(place + "/" + name(parameter) + " is newly required"));
            return;
        }
        Set<JsonNode> now = present.valueStream().collect(Collectors.toSet());
        published
                .valueStream()
                .filter(element -> !now.contains(element))
                .forEach(element -> breaks.add(place + "/" + element + " is gone"));
        if (place.endsWith("/required") && present.size() > published.size()) {
            breaks.add(place + " asks for more");
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.path("in").asString() + ":" + parameter.path("name").asString();
    }

    private static JsonNode named(JsonNode parameters, JsonNode sought) {
        return parameters
                .valueStream()
                .filter(parameter -> name(parameter).equals(name(sought)))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
