package org.yilianti.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that keep what is added to them and show all of it, whatever is asked; decisions are taken and change nothing. */
final class PretendedRegistry {

    private static final Set<String> LISTS = Set.of(
            "institution-memberships",
            "departments",
            "responsibility-units",
            "authorised-posts",
            "staffing-reports",
            "evidence-files",
            "assessments",
            "remediation-cases",
            "training-programmes",
            "training-sessions",
            "training-enrolments",
            "training-credits",
            "recruitment-campaigns",
            "recruitment-applications",
            "promotion-cases",
            "director-tenures",
            "emergency-teams",
            "emergency-team-members",
            "emergency-drills");

    private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();

    static boolean keeps(String[] path) {
        return LISTS.contains(path[0]);
    }

    Object answer(String method, String[] path, JsonNode body) {
        var name = path[0].equals("members") ? String.join("/", path) : path[0];
        var list = lists.computeIfAbsent(name, added -> new ArrayList<>());
        boolean one = path.length > 1 && !path[0].equals("members");
        if (one) {
            return list.stream()
                    .filter(item -> path[1].equals(item.get("id")))
                    .findFirst()
                    .orElseThrow();
        }
        if (method.equals("GET")) {
            return name.equals("staffing-reports") ? items(List.of(Map.of("rule", "r"))) : items(list);
        }
        Map<String, Object> item = new LinkedHashMap<>();
        if (body != null && body.isObject()) {
            item.putAll(JsonMapper.shared().convertValue(body, new TypeReference<Map<String, Object>>() {}));
        }
        item.put("id", name + "-" + list.size());
        list.add(item);
        return item;
    }

    private static Object items(List<?> items) {
        var page = new LinkedHashMap<String, Object>();
        page.put("items", items);
        page.put("next", null);
        return page;
    }
}
