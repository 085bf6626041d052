package org.yilianti.incentive.payrun;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Computes a month in plain set-based SQL from the facts and the standard policy, sharing nothing with the service, and compares it with
 * what the service wrote. Largest remainder: whole fen by integer division, the rest by rank of the remainders, ties by code or number.
 */
final class PayrunOracle {

    private final BulkTable tables;

    PayrunOracle(BulkTable tables) {
        this.tables = tables;
    }

    /** Fails with what differs. */
    void check(UUID run, long pool) throws SQLException {
        String id = PayrunInputs.hex(run);
        tables.execute(List.of(
                "drop table if exists oracle_line",
                "drop table if exists oracle_share",
                "drop table if exists oracle_work",
                """
                create table oracle_work (primary key (institution_id, member_id)) as
                select r.institution_id, r.member_id, m.staff_no, sum(r.minutes
                        * case r.kind when 'outreach' then 1.30 else 1.00 end * case when r.night then 1.50 else 1.00 end)
                    * max(case m.title when 'none' then 0.90 when 'junior' then 1.00 when 'intermediate' then 1.20
                        when 'associate-senior' then 1.50 else 1.80 end) as points
                from directory_service_record r join directory_member m on m.id = r.member_id
                where r.month = '2026-10' and r.status = 'confirmed' and r.lawful
                group by r.institution_id, r.member_id, m.staff_no
                """,
                """
                create table oracle_share (primary key (institution_id)) as
                select q.institution_id, q.floors + case when row_number() over (order by q.remainder desc, q.code)
                    <= %1$d - sum(q.floors) over () then 1 else 0 end as fen
                from (select x.institution_id, x.code, (%1$d * x.weight) div x.total as floors,
                        %1$d * x.weight - ((%1$d * x.weight) div x.total) * x.total as remainder
                    from (select e.institution_id, e.code, e.score * i.population as weight,
                            sum(e.score * i.population) over () as total
                        from evaluation_institution e join directory_institution i on i.id = e.institution_id) x) q
                """.formatted(pool),
                """
                create table oracle_line (primary key (member_id, institution_id)) as
                select q.member_id, q.institution_id, q.floors + case when row_number() over (
                        partition by q.institution_id order by q.remainder desc, q.staff_no)
                    <= q.fen - sum(q.floors) over (partition by q.institution_id) then 1 else 0 end as fen
                from (select x.*, (x.fen * x.points) div x.total as floors,
                        x.fen * x.points - ((x.fen * x.points) div x.total) * x.total as remainder
                    from (select w.*, s.fen, sum(w.points) over (partition by w.institution_id) as total
                        from oracle_work w join oracle_share s on s.institution_id = w.institution_id) x) q
                """));
        none("lines that differ, are missing or too many", """
                select (select count(*) from oracle_line o left join pay_line l on l.run_id = %1$s and l.member_id = o.member_id
                        and l.institution_id = o.institution_id and l.amount_fen = o.fen where l.run_id is null)
                    + abs((select count(*) from oracle_line) - (select count(*) from pay_line where run_id = %1$s))
                """.formatted(id));
        none("people whose sum differs", """
                select count(*) from (select member_id, sum(fen) as fen from oracle_line group by member_id) o
                left join pay_statement s on s.run_id = %s and s.member_id = o.member_id and s.amount_fen = o.fen where s.id is null
                """.formatted(id));
        none("institutions whose share differs", """
                select count(*) from oracle_share o left join pay_share s on s.run_id = %s
                    and s.institution_id = o.institution_id and s.amount_fen = o.fen where s.run_id is null
                """.formatted(id));
        none(
                "fen more or less than the pool",
                "select sum(amount_fen) - " + pool + " from pay_statement where run_id = " + id);
        none("records that are not taken", """
                select (select count(*) from directory_service_record) - (select count(*) from pay_input_record where run_id = %s)
                """.formatted(id));
    }

    private void none(String what, String sql) throws SQLException {
        long found = tables.number(sql);
        if (found != 0) {
            throw new IllegalStateException("the oracle found " + found + " " + what);
        }
    }
}
