package org.yilianti.staff.search;

import java.util.List;
import java.util.Map;

/**
 * One thing that whoever is looked for must be.
 *
 * @param condition SQL condition on a row of member {@code m}
 * @param ways SQL queries for column {@code id}, each served by an index, whose rows together include all that the condition keeps;
 *     empty when no index helps
 * @param params what both bind
 */
record Criterion(String condition, List<String> ways, Map<String, Object> params) {

    static Criterion of(String condition, Map<String, Object> params) {
        return new Criterion(condition, List.of(), params);
    }

    /** The members of one column's value, which has an index. */
    static Criterion column(String name, String comparison, Object value) {
        String sql = name + " " + comparison + " :" + name;
        return new Criterion(
                "m." + sql,
                List.of("select n.id as id from member n where n.association_id = :association and n." + sql),
                Map.of(name, value));
    }

    /** Holders of a licence of which this is true now. */
    static Criterion licence(String condition, Map<String, Object> params) {
        return new Criterion(
                "exists (select 1 from licence l where l.member_id = m.id and l.association_id = :association and l.believed = 1 and "
                        + condition + ")",
                List.of(
                        "select l.member_id as id from licence l where l.association_id = :association and l.believed = 1 and "
                                + condition),
                params);
    }
}
