package org.yilianti.incentive.payrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;

/** Tells of every change of a run, in its transaction: a step of its history, an audit row, an event. */
@Component
public class PayRunJournal {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    PayRunJournal(JdbcClient jdbc, AuditTrail audit, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A run's history, oldest first. */
    public List<PayRunStep> steps(PayRunId id) {
        return jdbc.sql("select * from pay_run_step where run_id = ? order by version")
                .param(id.bytes())
                .query((row, number) -> new PayRunStep(
                        row.getLong("version"),
                        row.getString("status"),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }

    void record(PayRun run, String action, String actor, @Nullable String note) {
        jdbc.sql("""
                        insert into pay_run_step (run_id, version, association_id, status, actor, note, occurred_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(run.id().bytes())
                .param(run.version())
                .param(Ids.bytes(run.association()))
                .param(run.status().code())
                .param(actor)
                .param(note)
                .param(Timestamp.from(clock.instant()))
                .update();
        audit.record(new AuditRecord(
                run.association(),
                actor,
                action,
                "pay-run",
                run.id().value().toString(),
                null,
                Map.of(
                        "version", run.version(),
                        "status", run.status().code(),
                        "payableFen", run.payable().fen(),
                        "statements", run.statements(),
                        "note", Objects.requireNonNullElse(note, ""))));
        outbox.publish(OutboxEvent.state(
                PayRunChanged.TOPIC,
                PayRunChanged.TYPE,
                run.association(),
                run.id().value(),
                run.version(),
                PayRunChanged.of(run)));
    }
}
