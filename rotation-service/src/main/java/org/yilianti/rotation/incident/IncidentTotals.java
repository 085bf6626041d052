package org.yilianti.rotation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Sight;

/** The report of risk: incidents added up for the association, for each person or for each host. */
@Repository
public class IncidentTotals {

    private final JdbcClient jdbc;

    IncidentTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What incidents are added up by. */
    public enum By {
        ASSOCIATION("association_id"),
        PERSON("member_id"),
        HOST("host_institution_id");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** Over the incidents that the caller may see and that occurred from {@code from} to before {@code to}. */
    public List<IncidentTotal> list(Sight sight, By by, LocalDate from, LocalDate to, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select i.%1$s as subject, count(*) as incidents, sum(i.severity in ('severe', 'death')) as grave,
                            sum(i.status <> 'closed') as open, coalesce(sum(i.damage_fen), 0) as damage,
                            coalesce(sum(i.home_fen), 0) as home, coalesce(sum(i.host_fen), 0) as host,
                            coalesce(sum(i.member_fen), 0) as member
                        from incident i
                        where %2$s and i.occurred_at >= :from and i.occurred_at < :to and (:after is null or i.%1$s > :after)
                        group by i.%1$s order by i.%1$s limit :limit
                        """.formatted(by.column, Incidents.sql(sight))))
                .param("from", Timestamp.from(AssociationZone.startOf(from)))
                .param("to", Timestamp.from(AssociationZone.startOf(to)))
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query((row, number) -> total(row, by))
                .list();
    }

    private static IncidentTotal total(ResultSet row, By by) throws SQLException {
        return new IncidentTotal(
                by == By.ASSOCIATION ? null : Ids.uuid(row.getBytes("subject")),
                row.getLong("incidents"),
                row.getLong("grave"),
                row.getLong("open"),
                row.getLong("damage"),
                row.getLong("home"),
                row.getLong("host"),
                row.getLong("member"));
    }
}
