package org.yilianti.staff.search;

import java.util.List;
import java.util.Map;

/**
 * One thing that whoever is looked for must be.
 *
 * @param condition SQL condition on a row of member {@code m}
 * @param keyed the condition is about columns that every {@link Way#keyed()} way holds
 * @param ways whose members together include all that the condition keeps; empty when no index helps
 * @param params what condition and ways bind
 */
record Criterion(String condition, boolean keyed, List<Way> ways, Map<String, Object> params) {

    static Criterion of(String condition, Map<String, Object> params) {
        return new Criterion(condition, false, List.of(), params);
    }

    /** A column's value, which every keyed way holds. */
    static Criterion held(String column, Object value) {
        return new Criterion("m." + column + " = :" + column, true, List.of(), Map.of(column, value));
    }

    /** A name's beginning. */
    static Criterion name(String pattern) {
        String sql = "m.name like :name";
        return new Criterion(sql, false, List.of(Way.key("member_name", sql)), Map.of("name", pattern));
    }

    /** The staff number or, with {@code like}, its beginning. */
    static Criterion staffNo(String comparison, String value) {
        String sql = "m.staff_no " + comparison + " :staff_no";
        return new Criterion(sql, true, List.of(Way.key("member_staff_no", sql)), Map.of("staff_no", value));
    }

    static Criterion specialty(String value) {
        String sql = "m.specialty = :specialty";
        return new Criterion(sql, true, List.of(Way.key("member_specialty", sql)), Map.of("specialty", value));
    }

    /** Holders of a licence of which this is true now. */
    static Criterion licence(String condition, Map<String, Object> params) {
        String here = " from licence l where l.association_id = :association and l.believed = 1 and " + condition;
        return new Criterion(
                "exists (select 1" + here + " and l.member_id = m.id)",
                false,
                List.of(Way.query("select l.member_id as id" + here)),
                params);
    }
}
