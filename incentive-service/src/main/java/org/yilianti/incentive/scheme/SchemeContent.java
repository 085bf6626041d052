package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme judges by: a tree of at most three levels, the lowest of which are indicators.
 *
 * @param groups headings of the two upper levels; none in a flat scheme
 */
public record SchemeContent(List<IndicatorGroup> groups, List<Indicator> indicators, NoData noData) {

    public SchemeContent {
        groups = List.copyOf(groups);
        indicators = List.copyOf(indicators);
    }

    /** Nothing at all, to compare with. */
    static SchemeContent none() {
        return flat(List.of());
    }

    /** Indicators alone, each of which must have a value. */
    static SchemeContent flat(List<Indicator> indicators) {
        return new SchemeContent(List.of(), indicators, NoData.BLOCK);
    }

    /** A group or an indicator, as the rules about weights and names see it. */
    record Node(
            String pointer,
            String code,
            String name,
            @Nullable String nameEn,
            BigDecimal weight,
            String parent) {}

    /** Groups first, then indicators. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (IndicatorGroup one : groups) {
            nodes.add(new Node(
                    "/groups/" + nodes.size(), one.code(), one.name(), one.nameEn(), one.weight(), one.parent()));
        }
        for (Indicator one : indicators) {
            nodes.add(new Node(
                    "/indicators/" + (nodes.size() - groups.size()),
                    one.code(),
                    one.name(),
                    one.nameEn(),
                    one.weight(),
                    one.parent()));
        }
        return nodes;
    }

    /** Each indicator's part of the whole: the product of the weights from the top down to it; exact, and 1 in sum. */
    public Map<String, BigDecimal> weights() {
        Map<String, IndicatorGroup> byCode = new HashMap<>();
        groups.forEach(group -> byCode.put(group.code(), group));
        Map<String, BigDecimal> weights = new HashMap<>();
        for (Indicator one : indicators) {
            BigDecimal weight = one.weight();
            for (IndicatorGroup above = byCode.get(one.parent()); above != null; above = byCode.get(above.parent())) {
                weight = weight.multiply(above.weight());
            }
            weights.put(one.code(), weight);
        }
        return weights;
    }
}
