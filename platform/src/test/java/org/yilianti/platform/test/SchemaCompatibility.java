package org.yilianti.platform.test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether everything valid under a new schema stays readable for readers of the old one: required fields stay required, types and
 * enumerations do not grow. Covers what the schemas in {@code contracts} use: properties, items, type, enum, required.
 */
final class SchemaCompatibility {

    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility() {}

    /** Every break found, with its path; empty when compatible. */
    static List<String> breaks(JsonNode old, JsonNode changed) {
        SchemaCompatibility comparison = new SchemaCompatibility();
        comparison.compare("", old, changed);
        return comparison.breaks;
    }

    private void compare(String path, JsonNode old, JsonNode changed) {
        Set<String> stillRequired = texts(changed.path("required"));
        texts(old.path("required")).stream()
                .filter(field -> !stillRequired.contains(field))
                .forEach(field -> breaks.add(path + "/" + field + " is no longer always written"));
        grown(path, "type", old, changed);
        grown(path, "enum", old, changed);
        old.path("properties").propertyStream().forEach(property -> {
            JsonNode other = changed.path("properties").path(property.getKey());
            if (other.isMissingNode()) {
                breaks.add(path + "/" + property.getKey() + " was removed");
            } else {
                compare(path + "/" + property.getKey(), property.getValue(), other);
            }
        });
        if (old.has("items")) {
            compare(path + "[]", old.path("items"), changed.path("items"));
        }
    }

    private void grown(String path, String keyword, JsonNode old, JsonNode changed) {
        if (!old.has(keyword)) {
            return;
        }
        Set<String> more = texts(changed.path(keyword));
        more.removeAll(texts(old.path(keyword)));
        if (!more.isEmpty() || !changed.has(keyword)) {
            breaks.add(path + " " + keyword + " now also allows " + more);
        }
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new HashSet<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        }
        return texts;
    }
}
