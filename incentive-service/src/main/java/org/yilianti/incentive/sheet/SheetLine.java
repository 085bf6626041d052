package org.yilianti.incentive.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Violation;

/** A line of a titled sheet. What cannot be read is noted as a fault of the sheet, and something harmless stands in for it. */
public final class SheetLine {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private final long number;
    private final Map<String, String> cells;
    private final List<Violation> faults;

    SheetLine(long number, Map<String, String> cells, List<Violation> faults) {
        this.number = number;
        this.cells = cells;
        this.faults = faults;
    }

    public long number() {
        return number;
    }

    /** Where a column of this line is. */
    public String pointer(String column) {
        return TitledSheet.pointer(number, column);
    }

    public void fault(String column, String code, Object... args) {
        faults.add(new Violation(pointer(column), code, args));
    }

    /** Whether nothing of this line was found wrong so far. */
    public boolean sound() {
        return faults.stream()
                .map(Violation::pointer)
                .noneMatch(one -> one.equals(pointer("")) || one.startsWith(pointer("") + "/"));
    }

    public boolean has(String column) {
        return !raw(column).isBlank();
    }

    /** A text that must be there. */
    public String text(String column, int longest) {
        requireSome(column);
        return limited(column, longest);
    }

    /** A text that may be missing. */
    public @Nullable String optional(String column, int longest) {
        return has(column) ? limited(column, longest) : null;
    }

    /** An exact decimal; {@code otherwise} where it cannot be read. */
    public BigDecimal decimal(String column, BigDecimal otherwise) {
        String text = raw(column).strip();
        if (requireSome(column) && !DECIMAL.matcher(text).matches()) {
            fault(column, "sheet.not-a-number", text);
            return otherwise;
        }
        return text.isEmpty() ? otherwise : new BigDecimal(text);
    }

    /** One of some codes; the first of them in order where it is none. */
    public String code(String column, Set<String> allowed) {
        String text = raw(column).strip();
        if (requireSome(column) && !allowed.contains(text)) {
            fault(column, "sheet.code-unknown", text, String.join(", ", new TreeSet<>(allowed)));
        }
        return allowed.contains(text) ? text : new TreeSet<>(allowed).first();
    }

    /** Notes what stands in columns that mean nothing on this line. */
    public void requireNone(String... columns) {
        for (String column : columns) {
            if (has(column)) {
                fault(column, "sheet.cell-not-wanted", raw(column));
            }
        }
    }

    private boolean requireSome(String column) {
        if (!has(column)) {
            fault(column, "sheet.cell-missing", column);
        }
        return has(column);
    }

    private String limited(String column, int longest) {
        String text = raw(column);
        if (text.length() > longest) {
            fault(column, "sheet.text-too-long", text.length(), longest);
            return text.substring(0, longest);
        }
        return text;
    }

    /** The cell as it is; empty where there is none. */
    public String raw(String column) {
        return cells.getOrDefault(column, "");
    }
}
