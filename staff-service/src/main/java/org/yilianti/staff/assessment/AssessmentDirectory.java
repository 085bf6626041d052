package org.yilianti.staff.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;

/** Finds assessments without changing them. */
@Repository
public class AssessmentDirectory {

    private static final String VISIBLE = Sight.sqlOf("s.member_id", "s.institution_id");

    private final JdbcClient jdbc;

    AssessmentDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The assessment, if within sight. */
    public Optional<Assessment> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(AssessmentRepository.SELECT
                        + "where s.association_id = :association and s.id = :id and " + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(AssessmentRepository::assessment)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Assessment> list(
            UUID association, Sight sight, AssessmentFilter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(AssessmentRepository.SELECT + """
                        where s.association_id = :association and (:member is null or s.member_id = :member)
                            and (:licence is null or s.licence_id = :licence)
                            and (:status is null or :status = case when s.annulled_at is null then s.result else 'annulled' end)
                            and\s""" + VISIBLE + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("licence", Ids.bytesOrNull(filter.licence()))
                .param("status", filter.status())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(AssessmentRepository::assessment)
                .list();
    }
}
