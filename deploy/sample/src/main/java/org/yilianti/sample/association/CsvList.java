package org.yilianti.sample.association;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.yilianti.sample.script.ExpectedImport;
import org.yilianti.sample.script.ImportList;

/** Writes one list row by row and slips in its deliberately bad rows, one after every tenth good row until all are in. */
final class CsvList implements AutoCloseable {

    private static final int GOOD_ROWS_BETWEEN = 10;

    private final CsvWriter csv;
    private final ArrayDeque<Mistakes.BadRow> waiting;
    private final List<ExpectedImport.Mistake> written = new ArrayList<>();
    private int good;

    CsvList(ImportList list, Path directory) throws IOException {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(list.in(directory));
        csv.writeRecord(list.columns());
        waiting = new ArrayDeque<>(Mistakes.of(list));
    }

    void write(List<String> row) {
        csv.writeRecord(row);
        good++;
        if (good % GOOD_ROWS_BETWEEN == 0 && !waiting.isEmpty()) {
            var bad = waiting.remove();
            var cells = bad.from(row);
            csv.writeRecord(cells);
            int line = 1 + good + written.size() + 1;
            written.add(new ExpectedImport.Mistake(line, cells.getFirst(), bad.column(), bad.code()));
        }
    }

    ExpectedImport expected() {
        return new ExpectedImport(good + written.size(), written.size(), List.copyOf(written));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
