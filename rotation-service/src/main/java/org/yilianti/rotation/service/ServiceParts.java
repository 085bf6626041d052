package org.yilianti.rotation.service;

import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.rotation.directory.AssociationZone;

/**
 * Records cut at midnight of the association, in SQL, as {@link ServiceContent#minutesByDay} cuts them in memory. No record is longer than
 * 24 hours, so there are at most two parts.
 */
final class ServiceParts {

    private static final String LOCAL = "r.started_at + interval :offset second";
    private static final String WHOLE = "timestampdiff(minute, r.started_at, r.ended_at)";
    private static final String FIRST =
            "least(%s, timestampdiff(minute, %s, date(%s) + interval 1 day))".formatted(WHOLE, LOCAL, LOCAL);
    private static final String COLUMNS =
            "select r.id, r.member_id, r.institution_id, r.kind, r.status, r.flagged, %s as day, %s as minutes";

    private ServiceParts() {}

    /**
     * A derived table with columns id, member_id, institution_id, kind, status, flagged, day and minutes.
     *
     * @param condition on the table {@code r}; bind the days with {@link #bind}
     */
    static String sql(String condition) {
        String where = " from service_record r where r.status <> 'withdrawn' and r.started_at >= :earliest"
                + " and r.started_at < :latest and (" + condition + ")";
        String first = COLUMNS.formatted("date(" + LOCAL + ")", FIRST) + where;
        String second = COLUMNS.formatted("date(" + LOCAL + ") + interval 1 day", WHOLE + " - " + FIRST) + where;
        return "(select * from (" + first + " union all " + second
                + " and date(r.ended_at + interval :offset second - interval 1 second) > date(" + LOCAL
                + ")) every where day >= :from and day < :to)";
    }

    /** Narrows to the parts on days from {@code from} to before {@code to}. */
    static StatementSpec bind(StatementSpec statement, LocalDate from, LocalDate to) {
        return statement
                .param(
                        "offset",
                        AssociationZone.ZONE
                                .getRules()
                                .getOffset(AssociationZone.startOf(from))
                                .getTotalSeconds())
                .param("earliest", Timestamp.from(AssociationZone.startOf(from.minusDays(1))))
                .param("latest", Timestamp.from(AssociationZone.startOf(to)))
                .param("from", from)
                .param("to", to);
    }
}
