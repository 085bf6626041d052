package org.yilianti.staff.tenure;

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

/** Finds tenures without changing them. */
@Repository
public class TenureDirectory {

    private static final String VISIBLE = Sight.sqlOf("t.member_id", "t.institution_id");

    private final JdbcClient jdbc;
    private final TenureRepository tenures;

    TenureDirectory(JdbcClient jdbc, TenureRepository tenures) {
        this.jdbc = jdbc;
        this.tenures = tenures;
    }

    /** Which tenures a list shows; null does not filter; {@code running} ones are not over today. */
    public record Filter(@Nullable UUID member, @Nullable String institution, boolean running) {}

    /** The tenure, if within sight. */
    public Optional<Tenure> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(TenureRepository.SELECT + "where t.association_id = :association and t.id = :id and "
                        + VISIBLE))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(tenures::tenure)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Tenure> list(UUID association, Sight sight, Filter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(TenureRepository.SELECT + """
                        where t.association_id = :association and (:member is null or t.member_id = :member)
                            and (not :running or coalesce(t.ended_on, t.term_to) > :today)
                            and (:institution is null or t.institution_id in (select at_f.id from institution at_f
                                where at_f.association_id = :association and at_f.code = :institution))
                            and\s""" + VISIBLE + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(filter.member()))
                .param("institution", filter.institution())
                .param("running", filter.running())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(tenures::tenure)
                .list();
    }
}
