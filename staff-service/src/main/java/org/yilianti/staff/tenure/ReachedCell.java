package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.tenure.Targets.Target;

/** What was reached in one cell of a sheet: a line for each target, {@code code|value}. */
public final class ReachedCell {

    /** Where a form has the fields of the targets. */
    static final String AT = "reached/";

    private ReachedCell() {}

    /** As it is read again, in the order of the targets. */
    public static String of(Map<String, BigDecimal> reached) {
        return reached.entrySet().stream()
                .map(one ->
                        one.getKey() + "|" + one.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    /** Reads column {@code reached}: one value for each target and no other; each fault is one of the column. */
    static Map<String, BigDecimal> read(Entry entry, Targets targets) {
        Map<String, String> cells = new LinkedHashMap<>();
        entry.key("reached").lines().forEach(line -> {
            String[] values = line.split("\\|", 2);
            if (cells.put(AT + values[0], values.length > 1 ? values[1] : "") != null) {
                entry.fault("reached", "repeated", values[0]);
            }
        });
        Entry reading = new Entry(cells::get);
        Map<String, BigDecimal> reached = read(reading, AT, targets);
        entry.adopt(reading);
        cells.keySet().stream()
                .map(field -> field.substring(AT.length()))
                .filter(code -> !reached.containsKey(code))
                .findFirst()
                .ifPresent(code -> entry.fault("reached", "tenure-no-target", code));
        return reached;
    }

    /** A value for each target, in a field named after it. */
    static Map<String, BigDecimal> read(Entry entry, String at, Targets targets) {
        Map<String, BigDecimal> reached = new LinkedHashMap<>();
        for (Target target : targets.items()) {
            reached.put(target.code(), entry.number(at + target.code(), "0", "1000000000", 4));
        }
        return reached;
    }
}
