package org.yilianti.incentive.payscheme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What changed between two schemes: each setting of each term that differs, was added or left out. */
@Component
public class PaySchemeComparison {

    private final ObjectMapper json;

    PaySchemeComparison(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A setting that is not the same.
     *
     * @param term code of the term; empty for what belongs to the whole scheme
     * @param setting path inside the term, such as {@code weights/duty}
     * @param before null where the first scheme has no such setting
     * @param after null where the second has none
     */
    public record SettingDifference(
            String term,
            String setting,
            @Nullable String before,
            @Nullable String after) {}

    /** By term in the order of the first scheme, then those that only the second has. */
    public List<SettingDifference> between(PayScheme first, PayScheme second) {
        List<SettingDifference> differences = new ArrayList<>();
        compare("", whole(first), whole(second), differences);
        Map<String, Map<String, String>> before = settings(first);
        Map<String, Map<String, String>> after = settings(second);
        Set<String> terms = new LinkedHashSet<>(before.keySet());
        terms.addAll(after.keySet());
        for (String term : terms) {
            compare(term, before.getOrDefault(term, Map.of()), after.getOrDefault(term, Map.of()), differences);
        }
        return differences;
    }

    private static Map<String, String> whole(PayScheme one) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("validFrom", one.validFrom().toString());
        settings.put("kind", one.kind().code());
        return settings;
    }

    private static void compare(
            String term, Map<String, String> before, Map<String, String> after, List<SettingDifference> differences) {
        Set<String> settings = new LinkedHashSet<>(before.keySet());
        settings.addAll(after.keySet());
        for (String setting : settings) {
            String was = before.get(setting);
            String is = after.get(setting);
            if (was == null || !was.equals(is)) {
                differences.add(new SettingDifference(term, setting, was, is));
            }
        }
    }

    private Map<String, Map<String, String>> settings(PayScheme scheme) {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        for (PayTerm term : scheme.terms().all()) {
            Map<String, String> flat = new LinkedHashMap<>();
            flat.put("type", TermTypes.name(term.getClass()));
            flatten("", json.valueToTree(term), flat);
            settings.put(term.code(), flat);
        }
        return settings;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(one -> flatten(join(path, one.getKey()), one.getValue(), flat));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(join(path, Integer.toString(i)), node.get(i), flat);
            }
        } else if (!node.isNull() && !path.equals("code")) {
            flat.put(path, node.asString());
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
