package org.yilianti.staff.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.member.Sight;

/** Finds members, beginning where the fewest have to be looked at. */
@Repository
public class MemberFinder {

    /** Entries of keys that are looked at first: enough for a page when a tenth of them is sought. */
    private static final int FIRST_LOOK = 500;

    private static final int LONGEST_LOOK = 50_000;

    private final JdbcClient jdbc;
    private final Beginnings beginnings;

    MemberFinder(JdbcClient jdbc, Beginnings beginnings) {
        this.jdbc = jdbc;
        this.beginnings = beginnings;
    }

    /** Rows of one page, one more than it holds. */
    public List<Found> find(UUID association, Sight sight, MemberSearch search, SearchOrder order, PageRequest page) {
        Asked asked = Asked.of(association, sight, search, order);
        List<Way> start = beginnings.best(asked);
        return Beginnings.keyed(start) ? alongKeys(asked, start, page) : atOnce(asked, start, page);
    }

    private List<Found> atOnce(Asked asked, List<Way> start, PageRequest page) {
        String from = start.isEmpty()
                ? "member m force index (" + asked.order().key() + ")"
                : "(select distinct id from (" + start.stream().map(Way::ids).collect(Collectors.joining(" union all "))
                        + ") every) few join member m on m.id = few.id";
        return kept(asked, from, asked.order().afterSql(page), page.fetchSize(), page, Map.of());
    }

    /** Sorts entries of keys before any row is read, and reads rows in that order until the page is full. */
    private List<Found> alongKeys(Asked asked, List<Way> start, PageRequest page) {
        List<Found> found = new ArrayList<>();
        PageRequest rest = page;
        for (int look = FIRST_LOOK; ; look = Math.min(look * 10, LONGEST_LOOK)) {
            List<Candidate> candidates = candidates(asked, start, rest, look);
            for (int from = 0; from < candidates.size() && found.size() < page.fetchSize(); from += FIRST_LOOK) {
                List<byte[]> ids = candidates.subList(from, Math.min(from + FIRST_LOOK, candidates.size())).stream()
                        .map(candidate -> Ids.bytes(candidate.id().value()))
                        .toList();
                int missing = page.fetchSize() - found.size();
                found.addAll(kept(
                        asked, "member m force index (primary)", "m.id in (:ids)", missing, page, Map.of("ids", ids)));
            }
            if (found.size() == page.fetchSize() || candidates.size() < look) {
                return found;
            }
            rest = new PageRequest(page.limit(), candidates.getLast().cursor());
        }
    }

    private List<Candidate> candidates(Asked asked, List<Way> start, PageRequest page, int look) {
        SearchOrder order = asked.order();
        String every = start.stream()
                .map(way -> "(select m.id as id, " + order.order().column() + " as sorted from " + way.sql()
                        + asked.heldBy(way)
                        + " and " + order.afterSql(page) + order.order().orderBySql() + " limit :look)")
                .collect(Collectors.joining(" union "));
        return asked.bind(
                        jdbc.sql("select id, sorted from (" + every + ") every" + order.sortedSql() + " limit :look"),
                        page)
                .param("look", look)
                .query(Candidate::of)
                .list();
    }

    /** Whoever of these is sought, in order. */
    private List<Found> kept(
            Asked asked, String from, String these, int size, PageRequest page, Map<String, Object> params) {
        String sql =
                "select straight_join m.id, m.staff_no, m.name, m.name_latin, m.name_pinyin, m.category, m.title, m.specialty from "
                        + from + " where m.association_id = :association and m.merged_into_id is null"
                        + " and m.erased_at is null and " + asked.conditions() + " and " + these
                        + asked.order().order().orderBySql() + " limit :size";
        return asked.bind(jdbc.sql(sql), page)
                .params(params)
                .param("size", size)
                .query(Found::of)
                .list();
    }
}
