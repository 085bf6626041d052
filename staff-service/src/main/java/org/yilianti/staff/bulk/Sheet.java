package org.yilianti.staff.bulk;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.table.Formulas;

/** A table that is written row by row to whoever downloads it. */
public interface Sheet extends AutoCloseable {

    /** @param cells null for an empty cell */
    void row(List<? extends @Nullable String> cells);

    /** Ends the file, but not the stream's owner. */
    @Override
    void close();

    /**
     * A text that no spreadsheet runs as a formula; a plain number is none. Workbooks do so too: their cells are text, but they are saved as
     * CSV and opened again.
     */
    static String harmless(@Nullable String cell) {
        if (cell == null) {
            return "";
        }
        return Numbers.SHAPE.matcher(cell).matches() ? cell : Formulas.harmless(cell);
    }

    /** What begins like a formula and is none. */
    final class Numbers {

        private static final Pattern SHAPE = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

        private Numbers() {}
    }
}
