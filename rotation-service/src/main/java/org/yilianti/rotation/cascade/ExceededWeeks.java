package org.yilianti.rotation.cascade;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** Weeks in which a cap was exceeded, so that it is told once; written under the members' locks. */
@Repository
class ExceededWeeks {

    private record Key(UUID agreement, String code, LocalDate monday) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ExceededWeeks(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Keeps these; gives those that were not known before. */
    List<AgreementWeek> keepNew(List<AgreementWeek> weeks) {
        if (weeks.isEmpty()) {
            return List.of();
        }
        Set<Key> known = known(weeks);
        List<AgreementWeek> fresh =
                weeks.stream().filter(one -> known.add(key(one))).toList();
        Timestamp now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into agreement_exceeded_week (agreement_id, code, monday, association_id, minutes, cap_minutes, noticed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                fresh.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.agreement().id()),
                            one.week().code(),
                            one.week().monday(),
                            Ids.bytes(one.agreement().association()),
                            one.week().minutes(),
                            one.week().capMinutes(),
                            now
                        })
                        .toList());
        return fresh;
    }

    private Set<Key> known(List<AgreementWeek> weeks) {
        return new HashSet<>(jdbc.sql("""
                        select agreement_id, code, monday from agreement_exceeded_week
                        where agreement_id in (:agreements) and monday in (:mondays)
                        """)
                .param(
                        "agreements",
                        weeks.stream()
                                .map(one -> Ids.bytes(one.agreement().id()))
                                .toList())
                .param(
                        "mondays",
                        weeks.stream()
                                .map(one -> one.week().monday())
                                .distinct()
                                .toList())
                .query((row, number) ->
                        new Key(Ids.uuid(row.getBytes(1)), row.getString(2), row.getObject(3, LocalDate.class)))
                .list());
    }

    private static Key key(AgreementWeek one) {
        return new Key(one.agreement().id(), one.week().code(), one.week().monday());
    }
}
