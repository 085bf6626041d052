package org.yilianti.incentive.payrun;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** Writes the result of a calculation, stage by stage: first everybody's work, then the shares, the lines, the statements. */
@Component
class StagedResults {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredInputs inputs;
    private final StoredWork work;
    private final StoredDigest digest;
    private final RuleBook rules;

    StagedResults(
            JdbcClient jdbc,
            JdbcTemplate batches,
            StoredInputs inputs,
            StoredWork work,
            StoredDigest digest,
            RuleBook rules) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.inputs = inputs;
        this.work = work;
        this.digest = digest;
        this.rules = rules;
    }

    /** Gives every institution of the run a share, of nothing yet. */
    void open(PayRun run) {
        jdbc.sql("""
                        insert into pay_share (run_id, institution_id, association_id, point_minutes, share_fen, amount_fen)
                        select run_id, institution_id, association_id, 0, 0, 0 from pay_input_institution where run_id = ?
                        """).param(run.id().bytes()).update();
    }

    /** Gives people whose inputs are taken a statement and lines with their points, of nothing yet. */
    void writeWork(PayRun run, CalculationPart.OfPeople people) {
        writeStatements(run, people);
        ofPeople("""
                insert into pay_line (run_id, member_id, institution_id, association_id, weighted_minutes, point_minutes, amount_fen)
                select :run, w.member_id, w.institution_id, p.association_id, w.weighted, w.weighted * p.quality * p.coefficient, 0
                from (select member_id, institution_id, sum(minutes * weight) as weighted from pay_input_record
                    where run_id = :run and member_id >= :from and member_id < :to group by member_id, institution_id) w
                join pay_input_person p on p.run_id = :run and p.member_id = w.member_id
                """, run, people);
    }

    /** Their ids share the first half of a fresh one, so that they sort by time; the second half is the person's. */
    private void writeStatements(PayRun run, CalculationPart.OfPeople people) {
        jdbc.sql("""
                        insert into pay_statement (id, run_id, association_id, member_id, amount_fen)
                        select unhex(concat(:prefix, '8', substr(md5(member_id), 1, 15))), run_id, association_id, member_id, 0
                        from pay_input_person where run_id = :run and member_id >= :from and member_id < :to
                        """)
                .param("prefix", HexFormat.of().formatHex(Ids.bytes(Ids.next()), 0, 8))
                .param("run", run.id().bytes())
                .param("from", people.from())
                .param("to", people.to())
                .update();
    }

    /** Splits the pool over the institutions and settles corrections that were taken as inputs. */
    void balance(PayRun run) {
        List<Correction> corrections = inputs.corrections(run.id());
        giveLines(run, corrections);
        CorrectedPay.Balance balance = CorrectedPay.balance(run.poolAmount(), work.of(run), corrections);
        batches.batchUpdate(
                "update pay_share set point_minutes = ?, share_fen = ?, amount_fen = ? where run_id = ? and institution_id = ?",
                balance.shares().stream()
                        .map(one -> new Object[] {
                            one.pointMinutes(),
                            one.share().fen(),
                            one.amount().fen(),
                            run.id().bytes(),
                            Ids.bytes(one.institution())
                        })
                        .toList());
        jdbc.sql("""
                        update pay_share s set fixed_fen = (select coalesce(sum(l.fixed_fen), 0) from pay_line l
                            where l.run_id = s.run_id and l.institution_id = s.institution_id) where s.run_id = ? and exists (
                            select 1 from pay_component c where c.run_id = s.run_id)
                        """).param(run.id().bytes()).update();
        settle(run.id(), balance.taken());
    }

    /** Whoever is corrected at an institution has a line there, be it of nothing. */
    private void giveLines(PayRun run, List<Correction> corrections) {
        batches.batchUpdate(
                """
                insert into pay_statement (id, run_id, association_id, member_id, amount_fen) values (?, ?, ?, ?, 0)
                on duplicate key update amount_fen = 0
                """,
                corrections.stream()
                        .map(Correction::member)
                        .distinct()
                        .map(member -> new Object[] {
                            Ids.bytes(Ids.next()), run.id().bytes(), Ids.bytes(run.association()), Ids.bytes(member)
                        })
                        .toList());
        batches.batchUpdate(
                """
                insert into pay_line (run_id, member_id, institution_id, association_id, weighted_minutes, point_minutes, amount_fen)
                values (?, ?, ?, ?, 0, 0, 0) on duplicate key update amount_fen = pay_line.amount_fen
                """,
                corrections.stream()
                        .map(one -> List.of(one.member(), one.institution()))
                        .distinct()
                        .map(place -> new Object[] {
                            run.id().bytes(),
                            Ids.bytes(place.getFirst()),
                            Ids.bytes(place.getLast()),
                            Ids.bytes(run.association())
                        })
                        .toList());
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

    /** Splits what an institution gets over its people. */
    void writeLines(PayRun run, UUID institution) {
        InstitutionShare share = inputs.share(run.id(), institution);
        batches.batchUpdate(
                """
                insert into pay_line (run_id, member_id, institution_id, association_id, weighted_minutes, point_minutes, amount_fen,
                    fixed_fen) values (?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update amount_fen = values(amount_fen)
                """,
                PayFormula.lines(
                                share,
                                work.at(run.id(), institution),
                                rules.of(run).limits())
                        .stream()
                        .map(one -> new Object[] {
                            run.id().bytes(),
                            Ids.bytes(one.work().member()),
                            Ids.bytes(institution),
                            Ids.bytes(run.association()),
                            one.work().weightedMinutes(),
                            one.pointMinutes(),
                            one.amount().fen(),
                            one.work().fixed().fen()
                        })
                        .toList());
    }

    /** Adds up what people get over all institutions, and what is settled of earlier runs. */
    void writeTotals(PayRun run, CalculationPart.OfPeople people) {
        ofPeople("""
                update pay_statement s
                join (select member_id, sum(amount_fen) as fen from (
                        select member_id, amount_fen from pay_line
                        where run_id = :run and member_id >= :from and member_id < :to
                        union all select member_id, amount_fen from pay_correction
                        where run_id = :run and member_id >= :from and member_id < :to) given
                    group by member_id) g on g.member_id = s.member_id
                set s.amount_fen = g.fen
                where s.run_id = :run and s.member_id >= :from and s.member_id < :to
                """, run, people);
    }

    /** Keeps the fingerprint of what is written. */
    void seal(PayRun run) {
        jdbc.sql("update pay_input_snapshot set digest = ? where run_id = ?")
                .params(digest.of(run.id()), run.id().bytes())
                .update();
    }

    private void ofPeople(String sql, PayRun run, CalculationPart.OfPeople people) {
        jdbc.sql(sql)
                .param("run", run.id().bytes())
                .param("from", people.from())
                .param("to", people.to())
                .update();
    }
}
