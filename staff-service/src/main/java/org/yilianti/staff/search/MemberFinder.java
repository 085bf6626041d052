package org.yilianti.staff.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.member.Sight;

/** Finds members in one query that begins where the fewest have to be looked at. */
@Repository
public class MemberFinder {

    /** Up to so many members are looked at one by one; beyond, every fiftieth at least is one of those sought in a million. */
    private static final int FEW = 20_000;

    private final JdbcClient jdbc;

    MemberFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of one page, one more than it holds. */
    public List<Found> find(UUID association, Sight sight, MemberSearch search, SearchOrder order, PageRequest page) {
        List<Criterion> criteria = new ArrayList<>(search.criteria(sight.today()));
        criteria.add(new Criterion(sight.sql(), sight.offices().all() ? List.of() : sight.ways(), Map.of()));
        Map<String, Object> params = new HashMap<>();
        criteria.forEach(criterion -> params.putAll(criterion.params()));
        params.put("association", Ids.bytes(association));
        List<String> start = start(sight, criteria, params);
        String sql =
                "select straight_join m.id, m.staff_no, m.name, m.name_latin, m.name_pinyin, m.category, m.title, m.specialty from "
                        + from(start, order)
                        + " where m.association_id = :association and m.merged_into_id is null and m.erased_at is null and "
                        + criteria.stream().map(Criterion::condition).collect(Collectors.joining(" and "))
                        + " and " + order.afterSql(page) + order.order().orderBySql() + " limit :size";
        return sight.bind(jdbc.sql(sql))
                .params(params)
                .param("afterKey", order.order().afterKey(page))
                .param("afterId", order.order().afterId(page))
                .param("size", page.fetchSize())
                .query(Found::of)
                .list();
    }

    private static String from(List<String> start, SearchOrder order) {
        return start.isEmpty()
                ? "member m force index (" + order.key() + ")"
                : "(select distinct id from (" + String.join(" union all ", start)
                        + ") every) few join member m on m.id = few.id";
    }

    /** The ways of the criterion that leaves the fewest; none when all leave many. */
    private List<String> start(Sight sight, List<Criterion> criteria, Map<String, Object> params) {
        List<List<String>> starts = criteria.stream()
                .map(Criterion::ways)
                .filter(ways -> !ways.isEmpty())
                .toList();
        if (starts.isEmpty()) {
            return List.of();
        }
        List<Long> sizes = sizes(sight, starts, params);
        long smallest = Collections.min(sizes);
        return smallest > FEW ? List.of() : starts.get(sizes.indexOf(smallest));
    }

    /** How many rows each gives, counted no further than tells that they are many; in one statement. */
    private List<Long> sizes(Sight sight, List<List<String>> starts, Map<String, Object> params) {
        List<String> sums = starts.stream()
                .map(ways -> ways.stream()
                        .map(way -> "(select count(*) from (" + way + " limit :enough) counted)")
                        .collect(Collectors.joining(" + ")))
                .toList();
        StatementSpec statement = sight.bind(jdbc.sql("select " + String.join(", ", sums)))
                .params(params)
                .param("enough", FEW + 1);
        return statement
                .query((row, number) -> {
                    List<Long> sizes = new ArrayList<>();
                    for (int i = 1; i <= starts.size(); i++) {
                        sizes.add(row.getLong(i));
                    }
                    return sizes;
                })
                .single();
    }
}
