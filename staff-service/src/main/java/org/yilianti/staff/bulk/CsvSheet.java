package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV that spreadsheets open well: UTF-8 with BOM. */
final class CsvSheet implements Sheet {

    private final CsvWriter writer;

    CsvSheet(OutputStream out) {
        try {
            out.write("\ufeff".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void row(List<? extends @Nullable String> cells) {
        writer.writeRecord(cells.stream().map(Sheet::harmless).toList());
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
