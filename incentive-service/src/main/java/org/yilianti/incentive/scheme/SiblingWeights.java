package org.yilianti.incentive.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilianti.incentive.scheme.SchemeContent.Node;
import org.yilianti.platform.problem.Violation;

/** Weights of those who belong to the same: exactly 1 together. */
final class SiblingWeights {

    private SiblingWeights() {}

    static List<Violation> violations(SchemeContent content) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        sums.put("", BigDecimal.ZERO);
        Map<String, String> pointers = new LinkedHashMap<>();
        for (Node one : content.nodes()) {
            sums.merge(one.parent(), one.weight(), BigDecimal::add);
            pointers.putIfAbsent(one.code(), one.pointer());
        }
        List<Violation> found = new ArrayList<>();
        sums.forEach((parent, sum) -> {
            BigDecimal missing = BigDecimal.ONE.subtract(sum);
            if (missing.signum() != 0) {
                found.add(violation(parent, pointers.getOrDefault(parent, ""), sum, missing));
            }
        });
        return found;
    }

    private static Violation violation(String parent, String pointer, BigDecimal sum, BigDecimal missing) {
        String code = missing.signum() > 0 ? "weights-too-small" : "weights-too-large";
        return parent.isEmpty()
                ? new Violation("/indicators", "scheme." + code, plain(sum), plain(missing.abs()))
                : new Violation(pointer, "scheme.group-" + code, parent, plain(sum), plain(missing.abs()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
