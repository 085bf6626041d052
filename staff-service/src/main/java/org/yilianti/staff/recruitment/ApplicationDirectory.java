package org.yilianti.staff.recruitment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;

/** Finds applications for the offices that hold the campaign or have the position. */
@Repository
public class ApplicationDirectory {

    /** SQL column of the name under which a candidate is listed. */
    public static final String NAME = ApplicationRow.NAME;

    private final JdbcClient jdbc;
    private final ApplicationRow rows;

    ApplicationDirectory(JdbcClient jdbc, ApplicationRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Which applications a list shows; null does not filter.
     *
     * @param q beginning of the name
     */
    public record Filter(
            @Nullable UUID campaign,
            @Nullable UUID position,
            @Nullable String state,
            @Nullable String q) {

        @Nullable String beginning() {
            return q == null
                    ? null
                    : q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    private static String visible(InstitutionScope scope) {
        return """
                (a.institution_id in (select here.id from institution here where here.association_id = :association and %s)
                    or a.campaign_id in (select c.id from recruitment_campaign c join institution at_c on at_c.id = c.institution_id
                        where at_c.association_id = :association and %s))
                """.formatted(scope.sql("here.code"), scope.sql("at_c.code"));
    }

    /** The application, if within scope. */
    public Optional<Application> find(UUID association, InstitutionScope scope, UUID id) {
        return jdbc.sql(ApplicationRow.SELECT + "where a.association_id = :association and a.id = :id and "
                        + visible(scope))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .param("scopeCodes", scope.sqlCodes())
                .query(rows::read)
                .optional();
    }

    /** Rows of one page, one more than it holds. */
    public List<Application> list(
            UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return jdbc.sql(ApplicationRow.SELECT + """
                        where a.association_id = :association and (:campaign is null or a.campaign_id = :campaign)
                            and (:position is null or a.position_id = :position) and (:state is null or a.state = :state)
                            and (:q is null or a.name like :q or m.name like :q)
                            and\s""" + visible(scope) + " and " + sort.afterSql(page) + sort.orderBySql()
                        + " limit :size")
                .param("association", Ids.bytes(association))
                .param("campaign", Ids.bytesOrNull(filter.campaign()))
                .param("position", Ids.bytesOrNull(filter.position()))
                .param("state", filter.state())
                .param("q", filter.beginning())
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(rows::read)
                .list();
    }
}
