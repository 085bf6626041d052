package org.yilianti.incentive.payrun;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** What settled runs gave, for decisions that add to it or take from it. */
@Component
public class SettledPay {

    private final JdbcClient jdbc;

    SettledPay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run whose corrections follow from a decision among others, and the pool that they are settled with.
     *
     * @param status of the run; one that is not final yet may still be calculated again
     */
    public record SettlingRun(UUID runId, YearMonth month, String status, UUID poolId) {}

    /** The run of the latest month over an institution that is final or paid. */
    public Optional<PayRunId> newest(UUID association, UUID institution) {
        return jdbc.sql("""
                        select r.id from pay_run r
                        join pay_input_institution i on i.run_id = r.id and i.institution_id = ?
                        where r.association_id = ? and r.status in ('final', 'paid') order by r.month desc, r.id desc limit 1
                        """)
                .params(Ids.bytes(institution), Ids.bytes(association))
                .query((row, number) -> new PayRunId(Ids.uuid(row.getBytes(1))))
                .optional();
    }

    /** Locks the run until the transaction ends. */
    public void hold(PayRunId run) {
        jdbc.sql("select id from pay_run where id = ? for update")
                .param(run.bytes())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Whether the run gave the person a line at the institution. */
    public boolean served(PayRunId run, UUID member, UUID institution) {
        return jdbc.sql("select count(*) from pay_line where run_id = ? and member_id = ? and institution_id = ?")
                        .params(run.bytes(), Ids.bytes(member), Ids.bytes(institution))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What the run gave the person, at all institutions. */
    public Money of(PayRunId run, UUID member) {
        return sum(
                "select coalesce(sum(amount_fen), 0) from pay_statement where run_id = ? and member_id = ?",
                run,
                member);
    }

    /** What the run gave the institution's people by their points; zero where nobody has any. */
    public Money at(PayRunId run, UUID institution) {
        return sum("""
                select coalesce(sum(amount_fen), 0) from pay_share
                where run_id = ? and institution_id = ? and point_minutes > 0
                """, run, institution);
    }

    /** The runs that stand and have taken a decision into account, oldest first; only the first settles all of it, if the pay suffices. */
    public List<SettlingRun> settling(UUID association, UUID cause) {
        return jdbc.sql("""
                        select r.id, r.month, r.status, r.pool_id from pay_correction_cause c
                        join pay_run r on r.id = c.run_id and r.status <> 'cancelled'
                        where c.association_id = ? and c.cause_id = ? order by r.month, r.id
                        """)
                .params(Ids.bytes(association), Ids.bytes(cause))
                .query((row, number) -> new SettlingRun(
                        Ids.uuid(row.getBytes("id")),
                        YearMonth.parse(row.getString("month")),
                        row.getString("status"),
                        Ids.uuid(row.getBytes("pool_id"))))
                .list();
    }

    private Money sum(String sql, PayRunId run, UUID of) {
        return Money.ofFen(jdbc.sql(sql)
                .params(run.bytes(), Ids.bytes(of))
                .query(Long.class)
                .single());
    }
}
