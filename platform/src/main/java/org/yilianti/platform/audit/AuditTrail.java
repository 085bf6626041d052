package org.yilianti.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.ids.Ids;
import tools.jackson.databind.ObjectMapper;

/** Where every decision and change leaves its row, in the transaction of what it tells. */
public class AuditTrail {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditRecord entry) {
        record(List.of(entry));
    }

    /** Many rows in one batch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditRecord> entries) {
        Timestamp now = Timestamp.from(clock.instant());
        String correlation = MDC.get("correlationId");
        jdbc.batchUpdate(
                """
                insert into audit_entry (id, association_id, occurred_at, actor, action, subject_type, subject_id, institution_code,
                    detail, correlation_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            Ids.bytes(Ids.next()),
                            Ids.bytes(entry.association()),
                            now,
                            entry.actor(),
                            entry.action(),
                            entry.subjectType(),
                            entry.subjectId(),
                            entry.institutionCode(),
                            json.writeValueAsString(entry.detail()),
                            correlation
                        })
                        .toList());
    }
}
