package org.yilianti.rotation.table;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param line of the file, from 1, the header counted
 * @param cells by column, stripped; empty cells have no entry
 */
public record TableRow(long line, Map<String, String> cells) {

    /** Empty for an empty cell. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }
}
