package org.yilianti.staff.search;

/**
 * Where a search can begin: a query that an index serves.
 *
 * @param sql a query for column {@code id} of members; of a keyed way, what follows its {@code from}: members {@code m} by one key
 * @param keyed the key tells everything about {@code m} that a search shows an order by or a {@link Criterion#keyed()} asks for, so
 *     that no row of the table is read
 */
record Way(String sql, boolean keyed) {

    /** Members by a key of the table that ends with the columns of every order and of every keyed criterion. */
    static Way key(String key, String condition) {
        return new Way(
                "member m force index (" + key + ") where m.association_id = :association and " + condition, true);
    }

    static Way query(String sql) {
        return new Way(sql, false);
    }

    String ids() {
        return keyed ? "select m.id as id from " + sql : sql;
    }
}
