package org.yilianti.incentive.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/** A table whose first row names its columns. Blank rows, and remarks that begin with a hash and a space, say nothing. */
public final class TitledSheet {

    private final List<Violation> faults = new ArrayList<>();
    private final List<SheetLine> lines = new ArrayList<>();

    private TitledSheet() {}

    /**
     * The lines of these rows below their header.
     *
     * @param required columns that must be there
     * @param known all columns that may be
     * @throws Refusal 422 with every fault of the header
     */
    public static TitledSheet of(List<SheetRow> all, Set<String> required, Set<String> known) {
        List<SheetRow> rows =
                all.stream().filter(row -> !row.blank() && !row.remark()).toList();
        if (rows.isEmpty()) {
            throw Refusal.invalid("sheet.empty");
        }
        List<String> titles = titles(rows.getFirst(), required, known);
        TitledSheet sheet = new TitledSheet();
        rows.stream().skip(1).forEach(row -> sheet.add(row, titles));
        return sheet;
    }

    private static List<String> titles(SheetRow header, Set<String> required, Set<String> known) {
        List<String> titles = header.cells().stream().map(String::strip).toList();
        List<Violation> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : titles) {
            if (!title.isEmpty() && !known.contains(title)) {
                wrong.add(new Violation(pointer(header.line(), title), "sheet.column-unknown", title));
            } else if (!title.isEmpty() && !seen.add(title)) {
                wrong.add(new Violation(pointer(header.line(), title), "sheet.column-repeated", title));
            }
        }
        required.stream()
                .filter(title -> !seen.contains(title))
                .sorted()
                .forEach(title ->
                        wrong.add(new Violation(pointer(header.line(), title), "sheet.column-missing", title)));
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return titles;
    }

    private void add(SheetRow row, List<String> titles) {
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String title = column < titles.size() ? titles.get(column) : "";
            String cell = row.cells().get(column);
            if (!title.isEmpty()) {
                cells.put(title, cell);
            } else if (!cell.isBlank()) {
                faults.add(new Violation(pointer(row.line(), ""), "sheet.cell-without-column", column + 1));
            }
        }
        lines.add(new SheetLine(row.line(), cells, faults));
    }

    public List<SheetLine> lines() {
        return List.copyOf(lines);
    }

    /** What was found wrong so far, here or while lines were read. */
    public List<Violation> faults() {
        return List.copyOf(faults);
    }

    /** Where in the file something is wrong, as {@code /lines/3/weight}. */
    public static String pointer(long line, String column) {
        return "/lines/" + line + (column.isEmpty() ? "" : "/" + column);
    }
}
