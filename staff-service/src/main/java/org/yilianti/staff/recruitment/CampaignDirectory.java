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

/** Finds campaigns for the offices that hold them or have positions in them. */
@Repository
public class CampaignDirectory {

    private final JdbcClient jdbc;
    private final CampaignRepository campaigns;

    CampaignDirectory(JdbcClient jdbc, CampaignRepository campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /**
     * Which campaigns a list shows; null does not filter.
     *
     * @param institution code of who holds it
     */
    public record Filter(
            @Nullable String institution, @Nullable String state) {}

    /** SQL condition on a row of campaign {@code c}; bind {@code :association} and {@code :scopeCodes}. */
    static String visible(InstitutionScope scope) {
        return """
                (c.institution_id in (select here.id from institution here where here.association_id = :association and %s)
                    or c.id in (select pos.campaign_id from recruitment_position pos join institution at_p on at_p.id = pos.institution_id
                        where at_p.association_id = :association and %s))
                """.formatted(scope.sql("here.code"), scope.sql("at_p.code"));
    }

    /** The campaign, if within scope. */
    public Optional<Campaign> find(UUID association, InstitutionScope scope, UUID id) {
        return campaigns
                .read(jdbc.sql(CampaignRepository.SELECT + "where c.association_id = :association and c.id = :id and "
                                + visible(scope))
                        .param("association", Ids.bytes(association))
                        .param("id", Ids.bytes(id))
                        .param("scopeCodes", scope.sqlCodes()))
                .stream()
                .findFirst();
    }

    /** Rows of one page, one more than it holds. */
    public List<Campaign> list(
            UUID association, InstitutionScope scope, Filter filter, SortOrder sort, PageRequest page) {
        return campaigns.read(jdbc.sql(CampaignRepository.SELECT + """
                        where c.association_id = :association and (:state is null or c.state = :state)
                            and (:institution is null or c.institution_id in (select f.id from institution f
                                where f.association_id = :association and f.code = :institution))
                            and\s""" + visible(scope) + " and " + sort.afterSql(page)
                        + sort.orderBySql()
                        + " limit :size")
                .param("association", Ids.bytes(association))
                .param("state", filter.state())
                .param("institution", filter.institution())
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize()));
    }
}
