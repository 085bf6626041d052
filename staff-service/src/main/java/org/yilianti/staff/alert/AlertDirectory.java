package org.yilianti.staff.alert;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;

/** Finds alerts without changing them. */
@Repository
public class AlertDirectory {

    private final JdbcClient jdbc;

    AlertDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of one page, one more than it holds. */
    public List<Alert> list(UUID association, Sight sight, AlertFilter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(AlertRepository.SELECT + """
                        where a.association_id = :association and (:kind is null or a.kind = :kind)
                            and (:status is null and a.settled_at is null or :status = case when a.settled_at is not null then 'settled'
                                when a.acknowledged_at is not null then 'acknowledged' else 'open' end)
                            and (:member is null or a.member_id = :member)
                            and (:institution is null or a.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + Sight.sqlOf("a.member_id", "a.institution_id")
                        + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("kind", filter.kind())
                .param("status", filter.status())
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("institution", filter.institution())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(AlertRepository::alert)
                .list();
    }
}
