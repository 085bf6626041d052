package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The pay runs of an association. */
@Component
public class PayRuns {

    private final JdbcClient jdbc;

    PayRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run; refuses (404) when the association has none of this id. */
    public PayRun get(UUID association, PayRunId id) {
        return find(association, id, "").orElseThrow(() -> Refusal.notFound("payrun.not-found", id.value()));
    }

    /** A page of runs, oldest first. */
    public List<PayRun> list(UUID association, PageRequest page) {
        return jdbc.sql("select * from pay_run where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(PayRuns::run)
                .list();
    }

    /** As {@link #get}, locked until the end of the transaction; waits for whoever holds it. */
    PayRun lock(UUID association, PayRunId id) {
        return find(association, id, "for update").orElseThrow(() -> Refusal.notFound("payrun.not-found", id.value()));
    }

    /** As {@link #get}, locked until the end of the transaction; refuses (409) a run that is not paid. */
    public PayRun lockPaid(UUID association, PayRunId id) {
        return lock(association, id).requirePaid();
    }

    /** As {@link #lock}, but empty when somebody else holds it. */
    Optional<PayRun> lockIfFree(UUID association, PayRunId id) {
        return find(association, id, "for update skip locked");
    }

    /** Whether a run that is not cancelled uses the pool. */
    boolean usesPool(PayPoolId pool) {
        return jdbc.sql("select 1 from pay_run where pool_claim = ?")
                .param(pool.bytes())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(PayRun run) {
        jdbc.sql("""
                        insert into pay_run (id, association_id, version, month, evaluation_id, pool_id, pool_claim, kind, pool_fen,
                            status, created_by, payable_fen, paid_fen, statements)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
                        """)
                .param(run.id().bytes())
                .param(Ids.bytes(run.association()))
                .param(run.version())
                .param(run.month().toString())
                .param(run.evaluation().bytes())
                .param(run.pool().bytes())
                .param(run.pool().bytes())
                .param(run.kind().code())
                .param(run.poolAmount().fen())
                .param(run.status().code())
                .param(run.createdBy())
                .update();
    }

    void update(PayRun run) {
        jdbc.sql("""
                        update pay_run set version = ?, status = ?, pool_claim = ?, calculated_by = ?, reviewed_by = ?,
                            finalised_by = ?, paid_by = ?, payable_fen = ?, paid_fen = ?, statements = ? where id = ?
                        """)
                .param(run.version())
                .param(run.status().code())
                .param(
                        run.status() == PayRunStatus.CANCELLED
                                ? null
                                : run.pool().bytes())
                .param(run.calculatedBy())
                .param(run.reviewedBy())
                .param(run.finalisedBy())
                .param(run.paidBy())
                .param(run.payable().fen())
                .param(run.paid().fen())
                .param(run.statements())
                .param(run.id().bytes())
                .update();
    }

    private Optional<PayRun> find(UUID association, PayRunId id, String lock) {
        return jdbc.sql("select * from pay_run where association_id = ? and id = ? " + lock)
                .params(Ids.bytes(association), id.bytes())
                .query(PayRuns::run)
                .optional();
    }

    private static PayRun run(ResultSet row, int number) throws SQLException {
        return new PayRun(
                new PayRunId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                YearMonth.parse(row.getString("month")),
                new EvaluationId(Ids.uuid(row.getBytes("evaluation_id"))),
                new PayPoolId(Ids.uuid(row.getBytes("pool_id"))),
                new PayKind(row.getString("kind")),
                Money.ofFen(row.getLong("pool_fen")),
                PayRunStatus.of(row.getString("status")),
                row.getString("created_by"),
                row.getString("calculated_by"),
                row.getString("reviewed_by"),
                row.getString("finalised_by"),
                row.getString("paid_by"),
                Money.ofFen(row.getLong("payable_fen")),
                Money.ofFen(row.getLong("paid_fen")),
                row.getInt("statements"));
    }
}
