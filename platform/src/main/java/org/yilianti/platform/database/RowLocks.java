package org.yilianti.platform.database;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks many rows by their binary ids, everybody in the same order, so that none waits for another in a circle.
 *
 * <p>{@code order by} alone sorts what was locked already; the order of the locks is that in which rows are read. So the primary key is
 * walked, in pieces: MariaDB makes a list of 1,000 or more values into a table of its own and reads that first, in whatever order.
 */
public final class RowLocks {

    private static final int PIECE = 500;

    private RowLocks() {}

    /**
     * Holds those rows of a table that exist until the transaction ends.
     *
     * @param table whose primary key is {@code id binary(16)}
     */
    public static void hold(JdbcClient jdbc, String table, Collection<byte[]> ids) {
        TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compareUnsigned);
        sorted.addAll(ids);
        List<byte[]> keys = List.copyOf(sorted);
        for (int from = 0; from < keys.size(); from += PIECE) {
            jdbc.sql("select id from " + table + " force index (primary) where id in (:ids) order by id for update")
                    .param("ids", keys.subList(from, Math.min(keys.size(), from + PIECE)))
                    .query((row, number) -> true)
                    .list();
        }
    }
}
