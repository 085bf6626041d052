package org.yilianti.platform.test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes values and bodies of the schemas of an API document: plausible ones, and those that nobody sends by mistake. */
final class ExtremeInputs {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 4;
    private static final String LONG = "x".repeat(20_000);
    private static final String UNKNOWN = "01990000-0000-7000-8000-00000000dead";
    private static final String ID = "01990000-0000-7000-8000-00000000f00d";

    private final JsonNode document;

    ExtremeInputs(JsonNode document) {
        this.document = document;
    }

    /** Values of a parameter that no reader may choke on, as they stand in an address before they are encoded. */
    List<String> ofParameter(JsonNode parameter) {
        return extremes(resolved(parameter.path("schema"))).stream()
                .map(value -> value.isString() ? value.asString() : value.toString())
                .toList();
    }

    /** A value of a parameter as callers send it. */
    String plausible(JsonNode parameter) {
        JsonNode value = plausible(parameter.path("schema"), 0);
        return value.isString() ? value.asString() : value.toString();
    }

    /** Bodies that are plausible but for one field each. */
    List<JsonNode> bodies(JsonNode schema) {
        List<JsonNode> bodies = new ArrayList<>();
        JsonNode whole = plausible(schema, 0);
        if (whole instanceof ObjectNode body) {
            bend(schema, body, 0, bent -> bodies.add(whole.deepCopy()));
        }
        return bodies;
    }

    /** Bends one field of {@code body} after the other, tells of it and bends it back. */
    private void bend(JsonNode schema, ObjectNode body, int depth, Consumer<JsonNode> told) {
        resolved(schema).path("properties").propertyStream().forEach(property -> {
            String name = property.getKey();
            JsonNode usual = body.path(name);
            for (JsonNode extreme : extremes(resolved(property.getValue()))) {
                told.accept(body.set(name, extreme));
            }
            body.set(name, usual);
            JsonNode items = resolved(property.getValue()).path("items");
            if (usual instanceof ObjectNode inner && depth < DEEPEST) {
                bend(property.getValue(), inner, depth + 1, told);
            } else if (usual instanceof ArrayNode list && list.path(0) instanceof ObjectNode inner && depth < DEEPEST) {
                bend(items, inner, depth + 1, told);
            }
        });
    }

    private List<JsonNode> extremes(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>(List.of(JSON.nullNode()));
        switch (type(schema)) {
            case "string" -> values.addAll(texts(schema.path("format").asString("")));
            case "integer" -> {
                values.add(JSON.valueToTree(Integer.MAX_VALUE));
                values.add(JSON.valueToTree(Long.MIN_VALUE));
            }
            case "number" -> {
                values.add(JSON.valueToTree(-1));
                values.add(JSON.getNodeFactory().numberNode(new BigDecimal("1e999999999")));
            }
            case "array" -> values.add(JSON.createArrayNode().add(JSON.nullNode()));
            case "object" -> values.add(JSON.createObjectNode().set("\u0000", JSON.nullNode()));
            default -> values.add(JSON.createObjectNode());
        }
        return values;
    }

    private static List<JsonNode> texts(String format) {
        List<String> texts =
                switch (format) {
                    case "uuid" -> List.of(UNKNOWN);
                    case "date" -> List.of("+999999999-12-31", "-0044-03-15");
                    case "date-time" -> List.of("+999999999-12-31T23:59:59Z", "-0044-03-15T12:00:00Z");
                    default -> List.of(LONG, "医\uD83D\uDE00\u0000", "+999999999-12", "-0044-03-15");
                };
        return texts.stream().<JsonNode>map(JSON::valueToTree).toList();
    }

    private JsonNode plausible(JsonNode anySchema, int depth) {
        JsonNode schema = resolved(anySchema);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "integer", "number" -> JSON.valueToTree(1);
            case "boolean" -> JSON.valueToTree(true);
            case "array" ->
                depth > DEEPEST
                        ? JSON.createArrayNode()
                        : JSON.createArrayNode().add(plausible(schema.path("items"), depth + 1));
            case "object" -> object(schema, depth);
            default -> JSON.valueToTree(text(schema.path("format").asString("")));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .propertyStream()
                    .forEach(one -> object.set(one.getKey(), plausible(one.getValue(), depth + 1)));
            if (schema.path("additionalProperties").isObject()) {
                object.set(ID, plausible(schema.path("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    private static String text(String format) {
        return switch (format) {
            case "uuid" -> ID;
            case "date" -> "2026-01-15";
            case "date-time" -> "2026-01-15T00:00:00Z";
            default -> "2026-01"; // a text as good as any, and a month
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString(schema.has("properties") ? "object" : "");
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString();
            return resolved(
                    document.path("components").path("schemas").path(name.substring(name.lastIndexOf('/') + 1)));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.path(choice).isArray()) {
                return resolved(schema.path(choice).path(0));
            }
        }
        if (schema.path("allOf").isArray()) {
            ObjectNode all = JSON.createObjectNode().put("type", "object");
            ObjectNode properties = all.putObject("properties");
            schema.path("allOf").forEach(part -> resolved(part)
                    .path("properties")
                    .propertyStream()
                    .forEach(one -> properties.set(one.getKey(), one.getValue())));
            return all;
        }
        return schema;
    }
}
