package org.yilianti.staff.training;

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

/** Finds enrolments without changing them: who sees the person, the institution that pays or the one that holds the course. */
@Repository
public class EnrolmentDirectory {

    private static final String VISIBLE = "(" + Sight.sqlOf("e.member_id", "e.institution_id") + """
             or e.session_id in (select held.id from training_session held
                join training_programme course on course.id = held.programme_id join institution host on host.id = course.institution_id
                where held.association_id = :association and host.code in (:scopeCodes)))
            """;

    private final JdbcClient jdbc;
    private final EnrolmentRepository enrolments;

    EnrolmentDirectory(JdbcClient jdbc, EnrolmentRepository enrolments) {
        this.jdbc = jdbc;
        this.enrolments = enrolments;
    }

    /** Which enrolments a list shows; null does not filter. */
    public record Filter(
            @Nullable UUID session,
            @Nullable UUID member,
            @Nullable String institution,
            @Nullable String state) {}

    /** The enrolment, if within sight. */
    public Optional<Enrolment> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(EnrolmentRepository.SELECT
                        + "where e.association_id = :association and e.id = :id and " + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(enrolments::enrolment)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Enrolment> list(UUID association, Sight sight, Filter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(EnrolmentRepository.SELECT + """
                        where e.association_id = :association and (:session is null or e.session_id = :session)
                            and (:member is null or e.member_id = :member) and (:state is null or e.state = :state)
                            and (:institution is null or e.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + VISIBLE + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("session", Ids.bytesOrNull(filter.session()))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("state", filter.state())
                .param("institution", filter.institution())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(enrolments::enrolment)
                .list();
    }
}
