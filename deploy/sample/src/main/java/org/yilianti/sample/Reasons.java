package org.yilianti.sample;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Why the platform said no. */
final class Reasons {

    private Reasons() {}

    /** How often each code occurs. */
    static Map<String, Integer> count(Collection<String> codes) {
        var counts = new TreeMap<String, Integer>();
        codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }

    /** The code of a reason that is either an object or the code itself; empty when there is none. */
    static String code(JsonNode reason) {
        return reason.isObject() ? reason.path("code").asString("") : reason.asString("");
    }

    /** The codes of a list of reasons. */
    static String codes(JsonNode reasons) {
        return StreamSupport.stream(reasons.spliterator(), false)
                .map(Reasons::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
