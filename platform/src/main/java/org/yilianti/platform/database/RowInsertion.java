package org.yilianti.platform.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows by few statements of many rows each.
 *
 * <p>A JDBC batch does that too, once the driver rewrites it, but then binds every value twice; where millions of rows go in, binding is
 * what costs most.
 */
public final class RowInsertion {

    /** More rows in a statement gain nothing any more. */
    private static final int MAX_ROWS = 250;

    /** Estimated size of a statement; far below the smallest packet that a server takes by default (16 MB). */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String row;

    /**
     * @param table never caller input
     * @param columns in the order of the values, parted by commas; never caller input
     */
    public RowInsertion(JdbcTemplate jdbc, String table, String columns) {
        this.jdbc = jdbc;
        this.insert = "insert into " + table + " (" + columns + ") values ";
        this.row = "("
                + String.join(
                        ", ",
                        Collections.nCopies(
                                (int) columns.chars().filter(c -> c == ',').count() + 1, "?"))
                + ")";
    }

    /** Inserts all rows in their order, or fails as a batch would. */
    public void insert(List<? extends @Nullable Object[]> rows) {
        int start = 0;
        while (start < rows.size()) {
            int end = start;
            long size = 0;
            do {
                size += size(rows.get(end));
                end++;
            } while (end < rows.size() && end - start < MAX_ROWS && size < MAX_CHARACTERS);
            execute(rows.subList(start, end));
            start = end;
        }
    }

    private void execute(List<? extends @Nullable Object[]> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable Object[] one : rows) {
            Collections.addAll(values, one);
        }
        jdbc.update(insert + String.join(", ", Collections.nCopies(rows.size(), row)), values.toArray());
    }

    private static long size(@Nullable Object[] values) {
        long size = 0;
        for (Object value : values) {
            size += switch (value) {
                case String text -> text.length();
                case byte[] bytes -> 2L * bytes.length;
                case null, default -> 20;
            };
        }
        return size;
    }
}
