package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.listing.SortOrder;

/** Reads what candidates reached; it knows numbers only, and opens nothing that is sealed. */
@Repository
public class ScoreDirectory {

    private final JdbcClient jdbc;

    ScoreDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one candidate reached so far. */
    public record Line(UUID application, String externalId, Application.State state, Scores scores) {}

    /** Lines of one page of a campaign, one more than it holds, without those who have left. */
    public List<Line> list(UUID campaign, SortOrder sort, PageRequest page) {
        return jdbc.sql("""
                        select a.id, a.external_id, a.state, a.paper_score, a.interview_score from recruitment_application a
                        where a.campaign_id = :campaign and a.state <> 'withdrawn' and\s""" + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("campaign", Ids.bytes(campaign))
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(ScoreDirectory::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Ids.uuid(row.getBytes("id")),
                row.getString("external_id"),
                Coded.of(Application.State.class, row.getString("state")),
                new Scores(row.getBigDecimal("paper_score"), row.getBigDecimal("interview_score")));
    }
}
