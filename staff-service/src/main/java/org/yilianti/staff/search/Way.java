package org.yilianti.staff.search;

import java.util.Set;

/**
 * Where a search can begin: a query that an index serves.
 *
 * @param sql a query for column {@code id} of members; of a keyed way, what follows its {@code from}: members {@code m} by one key
 * @param holds columns of a keyed way's key besides both orders, so that what is asked of them reads no row; empty for a query
 * @param keyed members by a key of the table that holds both orders
 */
record Way(String sql, Set<String> holds, boolean keyed) {

    static Way key(String key, String condition, String... holds) {
        return new Way(
                "member m force index (" + key + ") where m.association_id = :association and " + condition,
                Set.of(holds),
                true);
    }

    static Way query(String sql) {
        return new Way(sql, Set.of(), false);
    }

    String ids() {
        return keyed ? "select m.id as id from " + sql : sql;
    }
}
