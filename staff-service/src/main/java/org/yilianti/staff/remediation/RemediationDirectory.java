package org.yilianti.staff.remediation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;

/** Finds cases without changing them. */
@Repository
public class RemediationDirectory {

    private static final String VISIBLE = Sight.sqlOf("c.member_id", "c.institution_id");

    private final JdbcClient jdbc;

    RemediationDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which cases a list shows; null does not filter.
     *
     * @param overdue only those past their deadline without an outcome, or without a decision
     */
    public record Filter(
            @Nullable UUID member,
            @Nullable String institution,
            @Nullable String gap,
            @Nullable String state,
            boolean overdue) {}

    /** The case, if within sight. */
    public Optional<RemediationCase> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(RemediationRepository.SELECT
                        + "where c.association_id = :association and c.id = :id and " + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(RemediationRepository::remediation)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<RemediationCase> list(UUID association, Sight sight, Filter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(RemediationRepository.SELECT + """
                        where c.association_id = :association and (:member is null or c.member_id = :member)
                            and (:gap is null or c.gap = :gap) and (:state is null or c.state = :state)
                            and (not :overdue or c.state = 'not-met' or c.state = 'open' and c.deadline < :today)
                            and (:institution is null or c.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + VISIBLE + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("institution", filter.institution())
                .param("gap", filter.gap())
                .param("state", filter.state())
                .param("overdue", filter.overdue())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(RemediationRepository::remediation)
                .list();
    }
}
