package org.yilianti.staff.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.table.WorkbookFile;

/**
 * Writes XLSX with a few rows in memory at a time; every cell is text, so that numbers keep their leading zeros.
 *
 * <p>A sheet that is full goes on in another, {@code members-2} after {@code members}, under the same header.
 */
public final class Workbook implements Sheet {

    private static final int FLUSH = 500;

    private final org.dhatim.fastexcel.Workbook file;
    private final int maxRows;
    private String name;
    private Worksheet sheet;
    private List<? extends @Nullable String> header = List.of();
    private int rows;
    private int parts = 1;

    public Workbook(OutputStream out, String name) {
        this(out, name, WorkbookFile.MAX_ROWS);
    }

    Workbook(OutputStream out, String name, int maxRows) {
        this.file = new org.dhatim.fastexcel.Workbook(out, "yilianti", "1.0");
        this.name = name;
        this.maxRows = maxRows;
        this.sheet = file.newWorksheet(name);
    }

    /** Begins another sheet of the same workbook. */
    public void next(String another) {
        name = another;
        parts = 1;
        begin(another);
    }

    @Override
    public void row(List<? extends @Nullable String> cells) {
        if (rows == 0) {
            header = cells;
        } else if (rows == maxRows) {
            parts++;
            begin(name + "-" + parts);
            write(header);
        }
        write(cells);
    }

    private void begin(String title) {
        try {
            sheet.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        sheet = file.newWorksheet(title);
        rows = 0;
    }

    private void write(List<? extends @Nullable String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = Sheet.harmless(cells.get(column));
            if (!text.isEmpty()) {
                sheet.inlineString(rows, column, text);
            }
        }
        rows++;
        if (rows % FLUSH == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
