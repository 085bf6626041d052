package org.yilianti.rotation.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.yilianti.platform.problem.Refusal;

/** The lines of the first sheet of a workbook. */
final class WorkbookText {

    /** Far more than any list has; a row that claims more would only cost memory. */
    private static final int MAX_CELLS = 500;

    private WorkbookText() {}

    static void read(byte[] file, TableReading.Lines lines) {
        new WorkbookLimits().check(file);
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> line(row, lines));
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                        malformed) { // the reader fails in all these ways on a workbook that was tampered with
            throw Refusal.invalid("table.no-workbook");
        }
    }

    private static void line(Row row, TableReading.Lines lines) {
        if (row.getCellCount() > MAX_CELLS) {
            throw Refusal.invalid("table.no-workbook");
        }
        lines.line(row.getRowNum(), row.stream().map(cell -> CellText.of(cell)).toList());
    }
}
