package org.yilianti.rotation.agreement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** What was known of agreements when, as far as decisions rest on it; only grows. */
@Repository
class AgreementHistory {

    private static final String KNOWN = """
            id, version, association_id, member_id, valid_from, valid_to, weekly_hours, status, status_reason, status_from,
            status_causes""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AgreementHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what the agreements have just become; two statements, whatever their number. */
    void remember(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Timestamp now = Timestamp.from(clock.instant());
        List<byte[]> keys = ids.stream().map(Ids::bytes).toList();
        jdbc.sql(
                        "update practice_agreement_history set superseded_at = :now where id in (:ids) and superseded_at is null")
                .param("now", now)
                .param("ids", keys)
                .update();
        jdbc.sql(
                        "insert into practice_agreement_history (%1$s, recorded_at) select %1$s, :now from practice_agreement where id in (:ids)"
                                .formatted(KNOWN))
                .param("now", now)
                .param("ids", keys)
                .update();
    }

    List<AgreementMoment> of(UUID association, UUID applicationId) {
        return jdbc.sql("""
                        select h.* from practice_agreement_history h join practice_agreement a on a.id = h.id
                        where a.association_id = :association and a.application_id = :application order by h.version
                        """)
                .param("association", Ids.bytes(association))
                .param("application", Ids.bytes(applicationId))
                .query((row, number) -> new AgreementMoment(
                        row.getLong("version"),
                        AgreementStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getString("status_reason"),
                        row.getObject("status_from", LocalDate.class),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }
}
