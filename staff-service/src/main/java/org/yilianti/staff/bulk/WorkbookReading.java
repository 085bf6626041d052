package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.TableLine;
import org.yilianti.platform.table.TableLines;
import org.yilianti.platform.table.WorkbookFile;

/**
 * Turns the rows of a workbook into lines of CSV, so that whatever follows knows one format only. Line numbers are those of the sheet; of a
 * list that goes on in further sheets they go on too.
 */
final class WorkbookReading {

    private final Template list;
    private final OutputStream out;
    private long line;
    private List<String> header = List.of();

    WorkbookReading(Template list, OutputStream out) {
        this.list = list;
        this.out = out;
    }

    /** Refuses (422) a workbook of another template. */
    void read(WorkbookFile book) throws IOException {
        requireVersion(book);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8)) {
            for (String sheet : sheets(book)) {
                long before = Math.max(0, line - 1); // where a further sheet repeats its header
                try (TableLines lines = book.lines(sheet)) {
                    while (lines.hasNext()) {
                        write(lines.next(), before, csv);
                    }
                }
            }
        }
    }

    /** The sheets named after the list, or the first one. */
    private List<String> sheets(WorkbookFile book) {
        List<String> named = book.sheets().stream()
                .filter(sheet -> sheet.matches(list.name() + "(-\\d+)?"))
                .toList();
        return named.isEmpty() ? List.of(book.sheets().getFirst()) : named;
    }

    /** A workbook that was made from a template says which one. */
    private void requireVersion(WorkbookFile book) {
        if (!book.sheets().contains(Template.ABOUT)) {
            return;
        }
        String wanted = list.label();
        try (TableLines lines = book.lines(Template.ABOUT)) {
            List<String> first = lines.hasNext() ? lines.next().cells() : List.of();
            String found = first.isEmpty() ? "" : first.getFirst();
            if (!found.equals(wanted)) {
                throw Refusal.invalid("import.template", wanted, found);
            }
        }
    }

    private void write(TableLine row, long before, CsvWriter csv) {
        List<String> cells = new ArrayList<>(
                row.cells().stream().map(WorkbookReading::oneLine).toList());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        boolean headerAgain = before > 0 && row.number() == 1 && cells.equals(header);
        if (cells.isEmpty() || headerAgain) {
            return;
        }
        while (line + 1 < before + row.number()) {
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

    /** A line break becomes a vertical tab, so that a row stays one line and its text is refused all the same. */
    private static String oneLine(String cell) {
        return cell.replace('\r', '\u000b').replace('\n', '\u000b');
    }
}
