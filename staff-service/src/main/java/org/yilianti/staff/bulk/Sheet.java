package org.yilianti.staff.bulk;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row to whoever downloads it. */
public interface Sheet extends AutoCloseable {

    /** @param cells null for an empty cell */
    void row(List<? extends @Nullable String> cells);

    /** Ends the file, but not the stream's owner. */
    @Override
    void close();

    /**
     * A text that no spreadsheet runs as a formula, by an apostrophe before it (OWASP, CSV injection). Workbooks do so too: their cells are
     * text, but they are saved as CSV and opened again.
     */
    static String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        boolean formula = "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                && !Numbers.SHAPE.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }

    /** What begins like a formula and is none. */
    final class Numbers {

        private static final Pattern SHAPE = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

        private Numbers() {}
    }
}
