package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.recruitment.Standing.Explanation;
import tools.jackson.databind.ObjectMapper;

/** The table of rankings; what was written once stays. */
@Repository
public class StandingRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationRow rows;
    private final ObjectMapper json;

    StandingRepository(JdbcClient jdbc, JdbcTemplate batches, ApplicationRow rows, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.json = json;
    }

    /**
     * A line of a ranking, with the candidate.
     *
     * @param number position by position, by rank
     */
    public record Line(int number, Standing standing, Application application) {}

    /** Writes the ranking of a campaign's round. */
    void insert(Campaign campaign, List<Line> lines) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Line line : lines) {
            values.add(new @Nullable Object[] {
                Ids.bytes(campaign.id()),
                campaign.progress().round(),
                Ids.bytes(line.standing().application()),
                Ids.bytes(campaign.association()),
                Ids.bytes(line.application().position()),
                line.number(),
                line.standing().rank(),
                line.standing().seat(),
                json.writeValueAsString(line.standing().explanation())
            });
        }
        batches.batchUpdate("""
                insert into recruitment_standing (campaign_id, ranking_round, application_id, association_id, position_id, line_no, rank_no,
                    seat, explanation) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, values);
    }

    /** The ranking for a position in the campaign's present round, in its order. */
    List<Standing> of(Campaign campaign, UUID position) {
        return jdbc.sql("""
                        select s.application_id as ranked_id, s.rank_no, s.seat as given_seat, s.explanation from recruitment_standing s
                        where s.campaign_id = ? and s.ranking_round = ? and s.position_id = ? order by s.line_no
                        """)
                .params(Ids.bytes(campaign.id()), campaign.progress().round(), Ids.bytes(position))
                .query(this::standing)
                .list();
    }

    /** Lines of one page of the present round, one more than it holds, of positions or campaigns within scope. */
    public List<Line> list(
            Campaign campaign, InstitutionScope scope, @Nullable UUID position, SortOrder sort, PageRequest page) {
        return jdbc.sql(
                        "select s.line_no, s.application_id as ranked_id, s.rank_no, s.seat as given_seat, s.explanation, ranked.* from ("
                                + ApplicationRow.SELECT + """
                         where a.association_id = :association and a.campaign_id = :campaign) ranked
                        join recruitment_standing s on s.application_id = ranked.id
                        where s.campaign_id = :campaign and s.ranking_round = :round and (:position is null or s.position_id = :position)
                            and (ranked.institution_code in (:scopeCodes) or :all)
                            and\s""" + sort.afterSql(page) + sort.orderBySql()
                                + " limit :size")
                .param("association", Ids.bytes(campaign.association()))
                .param("campaign", Ids.bytes(campaign.id()))
                .param("round", campaign.progress().round())
                .param("position", Ids.bytesOrNull(position))
                .param("all", scope.permits(campaign.institution().code()))
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query((row, number) -> new Line(row.getInt("line_no"), standing(row, number), rows.read(row, number)))
                .list();
    }

    private Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                Ids.uuid(row.getBytes("ranked_id")),
                row.getObject("rank_no", Integer.class),
                row.getString("given_seat"),
                json.readValue(row.getString("explanation"), Explanation.class));
    }
}
