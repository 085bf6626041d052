package org.yilianti.rotation.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers by rule as one column keeps them: {@code rest=3,week-hours=1}. */
final class RuleCounts {

    private RuleCounts() {}

    static String text(Map<String, ? extends Number> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    static Map<String, Long> counts(@Nullable String text) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            Arrays.stream(text.split(","))
                    .map(part -> part.split("="))
                    .forEach(part -> counts.put(part[0], Long.valueOf(part[1])));
        }
        return counts;
    }
}
