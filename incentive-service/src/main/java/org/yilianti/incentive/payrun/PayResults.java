package org.yilianti.incentive.payrun;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** What a run was calculated to: shares, statements, lines. */
@Component
class PayResults {

    /** Children first; inputs too, since results without their inputs explain nothing. */
    private static final List<String> TABLES = List.of(
            "pay_line",
            "pay_correction",
            "pay_statement",
            "pay_share",
            "pay_input_person",
            "pay_input_record",
            "pay_input_institution",
            "pay_input_coefficient",
            "pay_input_weight",
            "pay_input_snapshot");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PayResults(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Forgets inputs and results of a run that was not reviewed. */
    void clear(PayRunId run) {
        TABLES.forEach(table -> jdbc.sql("delete from " + table + " where run_id = ?")
                .param(run.bytes())
                .update());
    }

    void write(PayRun run, PayCalculation calculation) {
        byte[] id = run.id().bytes();
        byte[] association = Ids.bytes(run.association());
        batches.batchUpdate(
                """
                insert into pay_share (run_id, institution_id, association_id, point_minutes, share_fen, amount_fen)
                values (?, ?, ?, ?, ?, ?)
                """,
                calculation.shares().stream()
                        .map(one -> new Object[] {
                            id,
                            Ids.bytes(one.institution()),
                            association,
                            one.pointMinutes(),
                            one.share().fen(),
                            one.amount().fen()
                        })
                        .toList());
        batches.batchUpdate(
                "insert into pay_statement (id, run_id, association_id, member_id, amount_fen) values (?, ?, ?, ?, ?)",
                calculation.totals().entrySet().stream()
                        .map(one -> new Object[] {
                            Ids.bytes(Ids.next()),
                            id,
                            association,
                            Ids.bytes(one.getKey()),
                            one.getValue().fen()
                        })
                        .toList());
        batches.batchUpdate(
                """
                insert into pay_line (run_id, member_id, institution_id, association_id, weighted_minutes, point_minutes, amount_fen)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                calculation.lines().stream()
                        .map(one -> new Object[] {
                            id,
                            Ids.bytes(one.work().member()),
                            Ids.bytes(one.work().institution()),
                            association,
                            one.work().weightedMinutes(),
                            one.pointMinutes(),
                            one.amount().fen()
                        })
                        .toList());
        settle(run.id(), calculation.corrections());
        jdbc.sql("update pay_input_snapshot set digest = ? where run_id = ?")
                .params(ResultDigest.of(calculation), id)
                .update();
    }

    private void settle(PayRunId run, List<Correction> settled) {
        batches.batchUpdate(
                """
                update pay_correction set amount_fen = ?
                where run_id = ? and corrected_run_id = ? and member_id = ? and institution_id = ?
                """,
                settled.stream()
                        .map(one -> new Object[] {
                            one.taken().fen(),
                            run.bytes(),
                            one.corrected().bytes(),
                            Ids.bytes(one.member()),
                            Ids.bytes(one.institution())
                        })
                        .toList());
    }

    /** The sum of all statements, as it is stored. */
    Money total(PayRunId run) {
        return sum("select coalesce(sum(amount_fen), 0) from pay_statement where run_id = ?", run);
    }

    /** What institutions get and pass on, corrections included, by code; below zero where more comes back; without those at zero. */
    List<Map.Entry<String, Money>> institutionAmounts(PayRunId run) {
        return amounts("""
                select i.code, s.amount_fen + coalesce((select sum(c.amount_fen) from pay_correction c
                    where c.run_id = s.run_id and c.institution_id = s.institution_id), 0) as amount
                from pay_share s
                join pay_input_institution i on i.run_id = s.run_id and i.institution_id = s.institution_id
                where s.run_id = ? having amount <> 0 order by i.code
                """, run);
    }

    /** The people's amounts, by staff number; without those who get nothing. */
    List<Map.Entry<String, Money>> personAmounts(PayRunId run) {
        return amounts("""
                select p.staff_no, s.amount_fen from pay_statement s
                join pay_input_person p on p.run_id = s.run_id and p.member_id = s.member_id
                where s.run_id = ? and s.amount_fen > 0 order by p.staff_no
                """, run);
    }

    private List<Map.Entry<String, Money>> amounts(String sql, PayRunId run) {
        return jdbc
                .sql(sql)
                .param(run.bytes())
                .query((row, number) -> Map.entry(row.getString(1), Money.ofFen(row.getLong(2))))
                .list()
                .stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
    }

    private Money sum(String sql, PayRunId run) {
        return Money.ofFen(jdbc.sql(sql).param(run.bytes()).query(Long.class).single());
    }
}
