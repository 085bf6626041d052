package org.yilianti.platform.table;

import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.yilianti.platform.table.UnreadableTableException.Reason;

/** The lines of a sheet of a workbook. */
final class WorkbookLines implements TableLines {

    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    WorkbookLines(Stream<Row> stream) {
        this.stream = stream;
        this.rows = stream.iterator();
    }

    @Override
    public boolean hasNext() {
        return WorkbookFile.reading(rows::hasNext);
    }

    @Override
    public TableLine next() {
        return WorkbookFile.reading(() -> line(rows.next()));
    }

    private static TableLine line(Row row) {
        if (row.getRowNum() < 1 || row.getRowNum() > WorkbookFile.MAX_ROWS) {
            throw new UnreadableTableException(Reason.WORKBOOK, null);
        }
        if (row.getCellCount() > WorkbookFile.MAX_CELLS) {
            throw new UnreadableTableException(Reason.TOO_WIDE, null);
        }
        return new TableLine(
                row.getRowNum(), row.stream().map(cell -> CellText.of(cell)).toList());
    }

    @Override
    public void close() {
        stream.close();
    }
}
