package org.yilianti.platform.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks many rows by their binary ids, everybody in the same order, so that none waits for another in a circle.
 *
 * <p>{@code order by} alone sorts what was locked already; the order of the locks is that in which rows are read. So the primary key is
 * walked, in {@link Pieces}: a longer list would be a table of its own and read first, in whatever order.
 */
public final class RowLocks {

    private RowLocks() {}

    /**
     * Holds those rows of a table that exist until the transaction ends.
     *
     * @param table whose primary key is {@code id binary(16)}
     */
    public static void hold(JdbcClient jdbc, String table, Collection<byte[]> ids) {
        hold(jdbc, table, ids, "true");
    }

    /**
     * As {@link #hold(JdbcClient, String, Collection)}.
     *
     * @param condition on the columns of the table; never caller input
     * @return the ids of those that meet the condition, all of which are held
     */
    public static List<byte[]> hold(JdbcClient jdbc, String table, Collection<byte[]> ids, String condition) {
        TreeSet<byte[]> sorted = new TreeSet<>(Arrays::compareUnsigned);
        sorted.addAll(ids);
        List<byte[]> met = new ArrayList<>();
        Pieces.of(sorted).forEach(piece -> jdbc.sql("select id, " + condition + " from " + table
                        + " force index (primary) where id in (:ids) order by id for update")
                .param("ids", piece)
                .query(row -> {
                    if (row.getBoolean(2)) {
                        met.add(row.getBytes(1));
                    }
                }));
        return met;
    }
}
