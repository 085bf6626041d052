package org.yilianti.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts many rows at once: by LOAD DATA LOCAL where there are many and the server permits it ({@code local_infile}: MariaDB does,
 * MySQL 8 when told), otherwise by few statements of many rows each.
 *
 * <p>A JDBC batch does the latter too, once the driver rewrites it, but then binds every value twice; where millions of rows go in, binding is
 * what costs most. Each statement has a power of two of rows, so that few texts occur and the driver's cache of statements taken apart
 * (platform.yml) holds them all. Values are bound here and not by {@code JdbcTemplate}, which asks the driver for the type of every null.
 */
public final class RowInsertion {

    /** From so many characters on loading is worth its second round trip. */
    private static final int LOADED_FROM = 1 << 15;

    /** A power of two; more rows in a statement gain nothing any more. */
    private static final int MAX_ROWS = 128;

    /** Estimated size of a statement; far below the smallest packet that a server takes by default (16 MB). */
    private static final int MAX_CHARACTERS = 1 << 20;

    private final JdbcTemplate jdbc;
    private final String load;
    private final String insert;
    private final String row;

    /**
     * @param table never caller input
     * @param columns in the order of the values, parted by commas; never caller input
     */
    public RowInsertion(JdbcTemplate jdbc, String table, String columns) {
        this.jdbc = jdbc;
        this.load = "load data local infile 'rows' into table " + table + " character set binary (" + columns + ")";
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
        insert(rows.iterator());
    }

    /**
     * As {@link #insert(List)}, with rows that are made while the server takes in those before.
     *
     * @param row makes the row of a thing; asks no database
     */
    public <T> void insert(Collection<T> things, Function<? super T, @Nullable Object[]> row) {
        insert(things.stream().map(row).iterator());
    }

    private void insert(Iterator<? extends @Nullable Object[]> rows) {
        List<@Nullable Object[]> first = new ArrayList<>();
        long size = 0;
        while (size < LOADED_FROM && rows.hasNext()) {
            first.add(rows.next());
            size += size(first.getLast());
        }
        if (size >= LOADED_FROM && loadPermitted()) {
            jdbc.execute(new LoadDataLocal(load, new LoadedRows(first.iterator(), rows)));
        } else {
            rows.forEachRemaining(first::add);
            state(first);
        }
    }

    private boolean loadPermitted() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select @@local_infile", Boolean.class));
    }

    private void state(List<? extends @Nullable Object[]> rows) {
        int start = 0;
        while (start < rows.size()) {
            int end = start + Integer.highestOneBit(fitting(rows, start));
            List<? extends @Nullable Object[]> some = rows.subList(start, end);
            jdbc.update(
                    insert + String.join(", ", Collections.nCopies(some.size(), row)),
                    statement -> bind(statement, some));
            start = end;
        }
    }

    /** How many rows from one on make a statement of the largest size; at least one. */
    private static int fitting(List<? extends @Nullable Object[]> rows, int start) {
        int most = Math.min(MAX_ROWS, rows.size() - start);
        long size = size(rows.get(start));
        int count = 1;
        while (count < most && size < MAX_CHARACTERS) {
            size += size(rows.get(start + count));
            count++;
        }
        return count;
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object[]> rows) throws SQLException {
        int parameter = 1;
        for (@Nullable Object[] values : rows) {
            for (Object value : values) {
                statement.setObject(parameter, value instanceof Timestamp moment ? inUtc(moment) : value);
                parameter++;
            }
        }
    }

    /** As every session has it; the driver writes this form several times faster. */
    static LocalDateTime inUtc(Timestamp moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), ZoneOffset.UTC);
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
