package org.yilianti.incentive.payrun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pay schemes as authors write them. */
final class PaySchemeDocuments {

    private PaySchemeDocuments() {}

    static Map<String, Object> term(String type, String code, Map<String, Object> settings) {
        Map<String, Object> term = new LinkedHashMap<>(settings);
        term.put("type", type);
        term.put("code", code);
        term.put("name", "要素 " + code);
        term.put("nameEn", "Term " + code);
        return term;
    }

    /** Duty at one point a minute, nights one and a half, juniors 1 and seniors 2; and more. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    static Map<String, Object> scheme(String name, String validFrom, Map<String, Object>... more) {
        List<Map<String, Object>> terms = new ArrayList<>(List.of(
                term("standard-workload", "work", Map.of("weights", Map.of("duty", "1", "clinic", "1.2"))),
                term("night-factor", "night", Map.of("factor", "1.5")),
                term("quality", "quality", Map.of()),
                term("post-coefficient", "post", Map.of("coefficients", Map.of("junior", "1", "senior", "2")))));
        terms.addAll(List.of(more));
        return new LinkedHashMap<>(Map.of("name", name, "validFrom", validFrom, "terms", terms));
    }
}
