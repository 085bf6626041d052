package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed from one scheme to another, by code of group or indicator. */
public final class SchemeComparison {

    private SchemeComparison() {}

    /**
     * A field that differs.
     *
     * @param code of the group or indicator; empty for the scheme itself
     * @param before null when the code is new
     * @param after null when the code is gone
     */
    public record Difference(
            String code,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    /** All differences, in the order of the first scheme and then of the second. */
    public static List<Difference> between(IndicatorScheme first, IndicatorScheme second) {
        return between(first.content(), second.content());
    }

    static List<Difference> between(SchemeContent first, SchemeContent second) {
        Map<String, Map<String, String>> before = fields(first);
        Map<String, Map<String, String>> after = fields(second);
        Set<String> codes = new LinkedHashSet<>(before.keySet());
        codes.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String code : codes) {
            Map<String, String> then = before.getOrDefault(code, Map.of());
            Map<String, String> now = after.getOrDefault(code, Map.of());
            Set<String> names = new LinkedHashSet<>(then.keySet());
            names.addAll(now.keySet());
            names.stream()
                    .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                    .forEach(name -> differences.add(new Difference(code, name, then.get(name), now.get(name))));
        }
        return differences;
    }

    private static Map<String, Map<String, String>> fields(SchemeContent content) {
        Map<String, Map<String, String>> fields = new LinkedHashMap<>();
        fields.put("", Map.of("noData", content.noData().code()));
        for (IndicatorGroup one : content.groups()) {
            fields.put(one.code(), common(one.name(), one.nameEn(), one.weight(), one.parent()));
        }
        for (Indicator one : content.indicators()) {
            Map<String, String> own = common(one.name(), one.nameEn(), one.weight(), one.parent());
            own.put("target", plain(one.target()));
            own.put("floor", plain(one.floor()));
            own.put("scoring", one.scoring().code());
            one.bands().forEach(band -> own.put("band from " + plain(band.from()), plain(band.score())));
            DataSource source = one.source();
            if (one.unit() != null) {
                own.put("unit", one.unit());
            }
            if (source != null) {
                own.put("source", source.code());
            }
            fields.put(one.code(), own);
        }
        return fields;
    }

    private static Map<String, String> common(String name, @Nullable String nameEn, BigDecimal weight, String parent) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        if (nameEn != null) {
            fields.put("nameEn", nameEn);
        }
        fields.put("weight", plain(weight));
        fields.put("parent", parent);
        return fields;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
