package org.yilianti.rotation.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/** Reads a list whose columns are named in its first row; refuses (422) what is no such list. */
public final class TableReading {

    private static final int MAX_BYTES = 8 << 20;
    private static final int MAX_ROWS = 20_000;

    private final List<String> required;
    private final List<TableRow> rows = new ArrayList<>();
    private List<String> header = List.of();

    /** @param required columns that the first row must name */
    public TableReading(List<String> required) {
        this.required = required;
    }

    /** All rows that are not empty, in the order of the file. Used once. */
    public List<TableRow> read(TableFormat format, InputStream file) throws IOException {
        byte[] whole = file.readNBytes(MAX_BYTES + 1);
        if (whole.length > MAX_BYTES) {
            throw Refusal.invalid("table.too-large", MAX_BYTES >> 20);
        }
        if (format == TableFormat.CSV) {
            CsvText.read(whole, this::take);
        } else {
            WorkbookText.read(whole, this::take);
        }
        if (header.isEmpty()) {
            throw Refusal.invalid("table.empty");
        }
        return rows;
    }

    private void take(long line, List<String> cells) {
        List<String> plain =
                cells.stream().map(cell -> Cells.plain(cell.strip())).toList();
        if (plain.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (header.isEmpty()) {
            header = checked(plain);
            return;
        }
        if (rows.size() == MAX_ROWS) {
            throw Refusal.invalid("table.too-many-rows", MAX_ROWS);
        }
        rows.add(new TableRow(line, byColumn(plain)));
    }

    private List<String> checked(List<String> names) {
        required.stream().filter(column -> !names.contains(column)).findFirst().ifPresent(column -> {
            throw Refusal.invalid("table.column-missing", column);
        });
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid("table.column-twice", name);
                });
        return names;
    }

    private Map<String, String> byColumn(List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int column = 0; column < Math.min(header.size(), cells.size()); column++) {
            if (!cells.get(column).isEmpty()) {
                byColumn.put(header.get(column), cells.get(column));
            }
        }
        return byColumn;
    }

    /** Takes the lines of a file, the header first. */
    interface Lines {

        void line(long number, List<String> cells);
    }
}
