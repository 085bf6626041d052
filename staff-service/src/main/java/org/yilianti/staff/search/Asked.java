package org.yilianti.staff.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.member.Sight;

/** What is asked, ready to be bound. */
record Asked(Sight sight, List<Criterion> criteria, Map<String, Object> params, SearchOrder order) {

    static Asked of(UUID association, Sight sight, MemberSearch search, SearchOrder order) {
        List<Criterion> criteria = new ArrayList<>(search.criteria(sight.today()));
        List<Way> inSight = sight.offices().all()
                ? List.of()
                : sight.ways().stream().map(Way::query).toList();
        criteria.add(new Criterion(sight.sql(), null, inSight, Map.of()));
        Map<String, Object> params = new HashMap<>();
        criteria.forEach(criterion -> params.putAll(criterion.params()));
        params.put("association", Ids.bytes(association));
        return new Asked(sight, criteria, params, order);
    }

    /** What can be asked of a way's entries themselves, as SQL that goes on. */
    String heldBy(Way way) {
        return criteria.stream()
                .filter(criterion -> criterion.column() != null && way.holds().contains(criterion.column()))
                .map(criterion -> " and " + criterion.condition())
                .collect(Collectors.joining());
    }

    String conditions() {
        return criteria.stream().map(Criterion::condition).collect(Collectors.joining(" and "));
    }

    StatementSpec bind(StatementSpec statement) {
        return sight.bind(statement).params(params);
    }

    StatementSpec bind(StatementSpec statement, PageRequest page) {
        return bind(statement)
                .param("afterKey", order.order().afterKey(page))
                .param("afterId", order.order().afterId(page));
    }
}
