package org.yilianti.staff.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that whoever is looked for must be.
 *
 * @param condition SQL condition on a row of member {@code m}
 * @param column the only column of {@code m} that the condition is about; null when it is about others
 * @param ways whose members together include all that the condition keeps; empty when no index helps
 * @param params what condition and ways bind
 */
record Criterion(String condition, @Nullable String column, List<Way> ways, Map<String, Object> params) {

    static Criterion of(String condition, Map<String, Object> params) {
        return new Criterion(condition, null, List.of(), params);
    }

    /** A column's value. */
    static Criterion column(String column, Object value) {
        return new Criterion("m." + column + " = :" + column, column, List.of(), Map.of(column, value));
    }

    /** A name's beginning. */
    static Criterion name(String pattern) {
        String sql = "m.name like :name";
        return new Criterion(sql, null, List.of(Way.key("member_name", sql)), Map.of("name", pattern));
    }

    /** The staff number or, with {@code like}, its beginning. */
    static Criterion staffNo(String comparison, String value) {
        String sql = "m.staff_no " + comparison + " :staff_no";
        return new Criterion(sql, null, List.of(Way.key("member_staff_no", sql)), Map.of("staff_no", value));
    }

    static Criterion specialty(String value) {
        String sql = "m.specialty = :specialty";
        return new Criterion(sql, null, List.of(Way.key("member_specialty", sql, "title")), Map.of("specialty", value));
    }

    /** Holders of a licence of which this is true now. */
    static Criterion licence(String condition, Map<String, Object> params) {
        String here = " from licence l where l.association_id = :association and l.believed = 1 and " + condition;
        return new Criterion(
                "exists (select 1" + here + " and l.member_id = m.id)",
                null,
                List.of(Way.query("select l.member_id as id" + here)),
                params);
    }
}
