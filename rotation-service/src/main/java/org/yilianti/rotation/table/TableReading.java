package org.yilianti.rotation.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.CharsetDetection;
import org.yilianti.platform.table.CsvLines;
import org.yilianti.platform.table.Formulas;
import org.yilianti.platform.table.TableLines;
import org.yilianti.platform.table.UnreadableTableException;
import org.yilianti.platform.table.WorkbookFile;

/** Reads a list whose columns are named in its first row; refuses (422) what is no such list. */
public final class TableReading {

    private static final int MAX_BYTES = 8 << 20;
    private static final long MAX_UNPACKED = 64L << 20;
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
        try {
            read(format, whole);
        } catch (UnreadableTableException unreadable) {
            throw refusal(unreadable);
        }
        if (header.isEmpty()) {
            throw Refusal.invalid("table.empty");
        }
        return rows;
    }

    private void read(TableFormat format, byte[] file) {
        if (format == TableFormat.CSV) {
            take(CsvLines.even(new ByteArrayInputStream(file), CharsetDetection.of(file)));
            return;
        }
        try (WorkbookFile book = WorkbookFile.open(file, MAX_UNPACKED)) {
            take(book.lines(book.sheets().getFirst()));
        }
    }

    private static Refusal refusal(UnreadableTableException unreadable) {
        return switch (unreadable.reason()) {
            case CHARSET -> Refusal.invalid("table.charset");
            case CSV -> Refusal.invalid("table.unreadable", String.valueOf(unreadable.getMessage()));
            case WORKBOOK, TOO_WIDE -> Refusal.invalid("table.no-workbook");
            case TOO_LARGE -> Refusal.invalid("table.too-large", MAX_UNPACKED >> 20);
        };
    }

    private void take(TableLines all) {
        try (all) {
            all.forEachRemaining(line -> take(line.number(), line.cells()));
        }
    }

    private void take(long line, List<String> cells) {
        List<String> plain =
                cells.stream().map(cell -> Formulas.original(cell.strip())).toList();
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
}
