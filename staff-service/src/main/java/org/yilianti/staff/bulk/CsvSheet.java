package org.yilianti.staff.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV that spreadsheets open well: UTF-8 with BOM, and an apostrophe before any text that would be run as a formula
 * (OWASP, CSV injection).
 */
public final class CsvSheet implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    private final CsvWriter writer;

    public CsvSheet(OutputStream out) {
        try {
            out.write("\ufeff".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    public void row(List<? extends @Nullable String> cells) {
        writer.writeRecord(cells.stream().map(CsvSheet::harmless).toList());
    }

    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        boolean formula =
                "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
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
