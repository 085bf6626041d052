package org.yilianti.rotation.leave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;

/** Who is away when, whoever granted it: leave and absences of this service, and leaves of absence of the staff registry. */
@Repository
public class DaysAway {

    private final JdbcClient jdbc;

    DaysAway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The granted days of these members that touch the period (which must end), by member. */
    public Map<UUID, List<DatePeriod>> granted(UUID association, Collection<UUID> memberIds, DatePeriod period) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select member_id, valid_from, valid_to from leave_request
                        where association_id = :association and member_id in (:members)
                            and state = 'granted' and valid_from < :to and valid_to > :from
                        union all
                        select member_id, valid_from, coalesce(valid_to, date '9999-12-31') from staff_leave
                        where association_id = :association and member_id in (:members)
                            and not annulled and valid_from < :to and (valid_to is null or valid_to > :from)
                        """)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("from", period.from())
                .param("to", Objects.requireNonNull(period.to()))
                .query(DaysAway::days)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        MemberDays::memberId, Collectors.mapping(MemberDays::days, Collectors.toList())));
    }

    private record MemberDays(UUID memberId, DatePeriod days) {}

    private static MemberDays days(ResultSet row, int number) throws SQLException {
        return new MemberDays(
                Ids.uuid(row.getBytes("member_id")),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)));
    }
}
