package org.yilianti.platform.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/** An XLSX workbook of at least one sheet. It is held in memory, for its parts stand in no order. */
public final class WorkbookFile implements AutoCloseable {

    /** Of a sheet, as the format has it. */
    public static final int MAX_ROWS = 1_048_576;

    /** Far more than any list has; a row that claims more would only cost memory. */
    public static final int MAX_CELLS = 500;

    private final ReadableWorkbook book;

    private WorkbookFile(ReadableWorkbook book) {
        this.book = book;
    }

    /**
     * Throws {@link UnreadableTableException} for what is no workbook or too large a one.
     *
     * @param maxUnpacked bytes of all parts together
     */
    public static WorkbookFile open(byte[] file, long maxUnpacked) {
        return reading(() -> {
            new WorkbookLimits(maxUnpacked).check(file);
            ReadingOptions formatted = new ReadingOptions(true, true);
            WorkbookFile opened = new WorkbookFile(new ReadableWorkbook(new ByteArrayInputStream(file), formatted));
            if (opened.sheets().isEmpty()) {
                throw new UnreadableTableException(Reason.WORKBOOK, null);
            }
            return opened;
        });
    }

    /** The names of its sheets in their order, at least one. */
    public List<String> sheets() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    /** The lines of the sheet of this name; empty lines are passed over where the workbook leaves them out. */
    public TableLines lines(String sheet) {
        return reading(
                () -> new WorkbookLines(book.findSheet(sheet).orElseThrow().openStream()));
    }

    /** A step of the library, which fails in many ways on a workbook that was tampered with. */
    static <T> T reading(Callable<T> step) {
        try {
            return step.call();
        } catch (UnreadableTableException known) {
            throw known;
        } catch (Exception tampered) {
            throw new UnreadableTableException(Reason.WORKBOOK, tampered);
        }
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
