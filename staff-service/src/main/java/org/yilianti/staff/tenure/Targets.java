package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilianti.staff.entry.Entry;

/**
 * What a director is to reach in each year of the term and in all of it.
 *
 * @param items with weights that sum to 1
 */
public record Targets(List<Target> items) {

    private static final int MOST = 30;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * One target.
     *
     * @param code unique in a tenure, such as {@code vaccination-rate}
     * @param goal that is to be reached
     * @param weight share of the score
     */
    public record Target(String code, String title, BigDecimal goal, BigDecimal weight) {

        /** Numbers that mean the same are the same, however they were written. */
        public Target {
            goal = goal.setScale(4, RoundingMode.HALF_EVEN);
            weight = weight.setScale(4, RoundingMode.HALF_EVEN);
        }
    }

    public Targets {
        items = List.copyOf(items);
    }

    /** Reads fields {@code targets/0/code} and so on; faults codes that repeat and weights that do not sum to 1. */
    static Targets read(Entry entry, int count) {
        if (count == 0 || count > MOST) {
            entry.fault("targets", count == 0 ? "required" : "too-many", MOST);
            return new Targets(List.of());
        }
        List<Target> read = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String at = "targets/" + i + "/";
            Target target = new Target(
                    entry.text(at + "code", 50),
                    entry.text(at + "title", 200),
                    entry.number(at + "goal", "0.0001", "1000000000", 4),
                    entry.number(at + "weight", "0.0001", "1", 4));
            if (!codes.add(target.code())) {
                entry.fault(at + "code", "repeated", target.code());
            }
            read.add(target);
        }
        BigDecimal sum = read.stream().map(Target::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!entry.faulty() && sum.compareTo(BigDecimal.ONE) != 0) {
            entry.fault("targets", "weights-sum", sum.toPlainString());
        }
        return new Targets(read);
    }

    /** From 0 to 100: each target counts by its weight as far as it was reached, and not beyond. */
    BigDecimal score(Map<String, BigDecimal> reached) {
        return items.stream()
                .map(target -> reached.getOrDefault(target.code(), BigDecimal.ZERO)
                        .max(BigDecimal.ZERO)
                        .min(target.goal())
                        .multiply(target.weight())
                        .multiply(HUNDRED)
                        .divide(target.goal(), 8, RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN);
    }
}
