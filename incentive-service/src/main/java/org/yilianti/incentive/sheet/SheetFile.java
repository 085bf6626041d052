package org.yilianti.incentive.sheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.CsvLines;
import org.yilianti.platform.table.Formulas;
import org.yilianti.platform.table.TableLines;
import org.yilianti.platform.table.UnreadableTableException;
import org.yilianti.platform.table.WorkbookFile;

/** A file as rows of text, be it CSV or the first sheet of a workbook. */
public final class SheetFile {

    /** Of the refusal of what is neither. */
    public static final String UNREADABLE = "sheet.unreadable";

    /** What 5,000 rows unpack to, and ten times as much. */
    private static final long MOST_UNPACKED = 32L << 20;

    private SheetFile() {}

    /** Refuses (422) bytes that are neither a CSV in UTF-8 nor a workbook. */
    public static List<SheetRow> rows(byte[] content) {
        boolean zipped = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        try {
            return zipped ? workbook(content) : csv(content);
        } catch (UnreadableTableException unreadable) {
            throw Refusal.invalid(UNREADABLE, expected(unreadable.reason()));
        }
    }

    private static String expected(UnreadableTableException.Reason reason) {
        return switch (reason) {
            case CHARSET -> "UTF-8";
            case CSV -> "CSV";
            case WORKBOOK -> "XLSX";
            case TOO_LARGE -> "XLSX > 32 MB";
            case TOO_WIDE -> "XLSX > 500";
        };
    }

    private static List<SheetRow> csv(byte[] content) {
        return rows(CsvLines.ragged(new ByteArrayInputStream(content), StandardCharsets.UTF_8), Formulas::original);
    }

    private static List<SheetRow> workbook(byte[] content) {
        try (WorkbookFile book = WorkbookFile.open(content, MOST_UNPACKED)) {
            return rows(book.lines(book.sheets().getFirst()), UnaryOperator.identity());
        }
    }

    private static List<SheetRow> rows(TableLines all, UnaryOperator<String> meant) {
        try (all) {
            List<SheetRow> rows = new ArrayList<>();
            all.forEachRemaining(line -> rows.add(
                    new SheetRow(line.number(), line.cells().stream().map(meant).toList())));
            return rows;
        }
    }
}
