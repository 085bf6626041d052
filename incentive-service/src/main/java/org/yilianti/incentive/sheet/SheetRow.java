package org.yilianti.incentive.sheet;

import java.util.List;

/**
 * A row of a table as text.
 *
 * @param line where it begins in the file, from 1
 */
public record SheetRow(long line, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Whether it is a remark for people: its first cell begins with a hash and a space. */
    boolean remark() {
        return !cells.isEmpty() && cells.getFirst().startsWith("# ");
    }
}
