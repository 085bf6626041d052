package org.yilianti.rotation.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;

/** Adds records up; what crosses midnight or the end of a month counts in each for its own part. */
@Repository
public class ServiceTotals {

    private final JdbcClient jdbc;

    ServiceTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Totals over the records that the caller may see, in the order of {@link #cursor}. */
    public List<ServiceTotal> list(Sight sight, TotalsQuestion asked, PageRequest page) {
        var after = page.after();
        String parts = ServiceParts.sql(ServiceRecords.sql(sight)
                + " and (:institution is null or r.institution_id = :institution)"
                + " and (:member is null or r.member_id = :member) and (:kind is null or r.kind = :kind)");
        return ServiceParts.bind(sight.bind(jdbc.sql("""
                        select * from (
                            select date_format(part.day, :format) as period, part.member_id, part.institution_id, part.kind,
                                count(distinct part.id) as records, sum(part.minutes) as minutes,
                                sum(case when part.status = 'confirmed' then part.minutes else 0 end) as confirmed,
                                sum(case when part.flagged then part.minutes else 0 end) as flagged
                            from %s part
                            group by date_format(part.day, :format), part.member_id, part.institution_id, part.kind) total
                        where :afterPeriod is null
                            or (period, member_id, institution_id, kind) > (:afterPeriod, :afterMember, :afterPlace, :afterKind)
                        order by period, member_id, institution_id, kind limit :limit
                        """.formatted(parts))), asked.from(), asked.to())
                .param("format", asked.by().format())
                .param("institution", Ids.bytesOrNull(asked.institutionId()))
                .param("member", Ids.bytesOrNull(asked.memberId()))
                .param("kind", asked.kind() == null ? null : asked.kind().code())
                .param("afterPeriod", after == null ? null : after.text(0))
                .param("afterMember", after == null ? null : Ids.bytes(after.id(1)))
                .param("afterPlace", after == null ? null : Ids.bytes(after.id(2)))
                .param("afterKind", after == null ? null : after.text(3))
                .param("limit", page.fetchSize())
                .query(ServiceTotals::total)
                .list();
    }

    public static Cursor cursor(ServiceTotal total) {
        return Cursor.of(
                total.period(),
                total.memberId(),
                total.institutionId(),
                total.kind().code());
    }

    private static ServiceTotal total(ResultSet row, int number) throws SQLException {
        return new ServiceTotal(
                row.getString("period"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                ServiceKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getLong("records"),
                row.getLong("minutes"),
                row.getLong("confirmed"),
                row.getLong("flagged"));
    }
}
