package org.yilianti.incentive.payrun;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.money.Money;

/** What a run was calculated to: shares, statements, lines. */
@Component
class PayResults {

    /** Children first; inputs too, since results without their inputs explain nothing. */
    private static final List<String> TABLES = List.of(
            "pay_component",
            "pay_line",
            "pay_correction_cause",
            "pay_correction",
            "pay_statement",
            "pay_share",
            "pay_input_person",
            "pay_input_record",
            "pay_input_institution",
            "pay_input_coefficient",
            "pay_input_weight",
            "pay_input_snapshot");

    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    PayResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes back a result that was not reviewed. What it settled of earlier runs is forgotten at once, so that the next run finds it; the
     * rest is not shown any more and {@link #forgetSome removed} before the next calculation.
     */
    void recall(PayRunId run) {
        jdbc.sql("delete from pay_correction where run_id = ?")
                .param(run.bytes())
                .update();
    }

    /** Removes a limited number of rows; false when there are none. */
    boolean forgetSome(PayRunId run) {
        return TABLES.stream()
                .anyMatch(table -> jdbc.sql("delete from " + table + " where run_id = ? limit " + AT_ONCE)
                                .param(run.bytes())
                                .update()
                        > 0);
    }

    /** How many people have a statement. */
    int people(PayRunId run) {
        return jdbc.sql("select count(*) from pay_statement where run_id = ?")
                .param(run.bytes())
                .query(Integer.class)
                .single();
    }

    /** The sum of all statements, as it is stored. */
    Money total(PayRunId run) {
        return sum("select coalesce(sum(amount_fen), 0) from pay_statement where run_id = ?", run);
    }

    /** What institutions get and pass on, corrections included, by code; below zero where more comes back; without those at zero. */
    List<Map.Entry<String, Money>> institutionAmounts(PayRunId run) {
        return amounts("""
                select i.code, s.amount_fen + s.fixed_fen + coalesce((select sum(c.amount_fen) from pay_correction c
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
