package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.yilianti.platform.problem.Refusal;

/**
 * Turns the rows of a workbook into lines of CSV, so that whatever follows knows one format only. Line numbers are those of the sheet; of a
 * list that goes on in further sheets they go on too.
 */
final class WorkbookReading {

    /** Far more than any list has; a row that claims more would only cost memory. */
    private static final int MAX_CELLS = 500;

    private final RegistryList list;
    private final OutputStream out;
    private long line;
    private List<String> header = List.of();

    WorkbookReading(RegistryList list, OutputStream out) {
        this.list = list;
        this.out = out;
    }

    /** Refuses (422) what is no workbook of this list's template; the bytes were held against {@link WorkbookLimits} before. */
    void read(byte[] workbook) {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true));
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8)) {
            requireVersion(book);
            for (Sheet sheet : sheets(book)) {
                long before = Math.max(0, line - 1); // where a further sheet repeats its header
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> write(row, before, csv));
                }
            }
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                        malformed) { // the reader fails in all these ways on a workbook that was tampered with
            throw Refusal.invalid("import.not-xlsx");
        }
    }

    /** The sheets named after the list, or the first one. */
    private List<Sheet> sheets(ReadableWorkbook book) {
        List<Sheet> named = book.getSheets()
                .filter(sheet -> sheet.getName().matches(list.name() + "(-\\d+)?"))
                .toList();
        return named.isEmpty() ? List.of(book.getFirstSheet()) : named;
    }

    /** A workbook that was made from a template says which one. */
    private void requireVersion(ReadableWorkbook book) throws IOException {
        Sheet about = book.findSheet(Template.ABOUT).orElse(null);
        if (about == null) {
            return;
        }
        String wanted = Template.of(list);
        try (Stream<Row> rows = about.openStream()) {
            String found = rows.findFirst().map(row -> row.getCellText(0)).orElse("");
            if (!found.equals(wanted)) {
                throw Refusal.invalid("import.template", wanted, found);
            }
        }
    }

    private void write(Row row, long before, CsvWriter csv) {
        if (row.getRowNum() > Workbook.MAX_ROWS || row.getCellCount() > MAX_CELLS) {
            throw Refusal.invalid("import.not-xlsx");
        }
        List<String> cells =
                new ArrayList<>(row.stream().map(cell -> CellText.of(cell)).toList());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        boolean headerAgain = before > 0 && row.getRowNum() == 1 && cells.equals(header);
        if (cells.isEmpty() || headerAgain) {
            return;
        }
        while (line + 1 < before + row.getRowNum()) {
            csv.writeRecord(List.of());
            line++;
        }
        if (line == 0) {
            header = cells;
        }
        while (cells.size() < header.size()) {
            cells.add("");
        }
        csv.writeRecord(cells);
        line++;
    }
}
