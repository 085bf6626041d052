package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/** Reads what was taken for a run from its tables {@code pay_input_*} and {@code pay_correction}, and from nothing else. */
@Component
class StoredInputs {

    private static final String SHARES = """
            select s.institution_id, i.code, s.point_minutes, s.share_fen, s.amount_fen
            from pay_share s join pay_input_institution i on i.run_id = s.run_id and i.institution_id = s.institution_id
            where s.run_id = ?\
            """;

    private final JdbcClient jdbc;
    private final RuleBook rules;

    StoredInputs(JdbcClient jdbc, RuleBook rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** What was taken for the run. */
    PayInputs read(PayRun run) {
        List<Correction> corrected = corrections(run.id());
        return new PayInputs(
                run.poolAmount(),
                institutions(run),
                withCorrected(work(run), corrected),
                corrected,
                rules.of(run).limits());
    }

    List<InstitutionInput> institutions(PayRun run) {
        return jdbc.sql(
                        "select institution_id, code, population, score, tier, preference from pay_input_institution where run_id = ?")
                .param(run.id().bytes())
                .query((row, number) -> new InstitutionInput(
                        Ids.uuid(row.getBytes("institution_id")),
                        row.getString("code"),
                        row.getLong("population"),
                        row.getBigDecimal("score"),
                        row.getString("tier"),
                        row.getBigDecimal("preference")))
                .list();
    }

    /** What the run's institutions get. */
    List<InstitutionShare> shares(PayRunId run) {
        return jdbc.sql(SHARES).param(run.bytes()).query(StoredInputs::share).list();
    }

    InstitutionShare share(PayRunId run, UUID institution) {
        return jdbc.sql(SHARES + " and s.institution_id = ?")
                .params(run.bytes(), Ids.bytes(institution))
                .query(StoredInputs::share)
                .single();
    }

    private static InstitutionShare share(ResultSet row, int number) throws SQLException {
        return new InstitutionShare(
                Ids.uuid(row.getBytes("institution_id")),
                row.getString("code"),
                row.getBigDecimal("point_minutes"),
                Money.ofFen(row.getLong("share_fen")),
                Money.ofFen(row.getLong("amount_fen")));
    }

    private List<Work> work(PayRun run) {
        PayTerms terms = rules.of(run).terms();
        return terms.hasFixed()
                ? FixedPay.added(pointWork(run), FixedPay.of(minutes(run), institutions(run), terms))
                : pointWork(run);
    }

    private List<Work> pointWork(PayRun run) {
        return jdbc.sql("""
                        select p.staff_no, p.member_id, w.institution_id, w.weighted_minutes, p.quality, p.coefficient
                        from (select member_id, institution_id, sum(minutes * weight) as weighted_minutes
                            from pay_input_record where run_id = :run group by member_id, institution_id) w
                        join pay_input_person p on p.run_id = :run and p.member_id = w.member_id
                        """)
                .param("run", run.id().bytes())
                .query(StoredInputs::work)
                .list();
    }

    /** What the run's people did, before it is weighted. */
    List<ServedMinutes> minutes(PayRun run) {
        return minutes(run, new byte[16], null);
    }

    /** What some of them did. */
    List<ServedMinutes> minutes(PayRun run, CalculationPart.OfPeople people) {
        return minutes(run, people.from(), people.to());
    }

    private List<ServedMinutes> minutes(PayRun run, byte[] from, byte @Nullable [] to) {
        return jdbc.sql("""
                        select p.staff_no, p.member_id, r.institution_id, p.title, r.kind, r.night,
                            r.call_up is not null as called_up, sum(r.minutes) as minutes,
                            count(*) as services, p.category, p.quality, null as coefficient
                        from pay_input_record r join pay_input_person p on p.run_id = r.run_id and p.member_id = r.member_id
                        where r.run_id = :run and r.member_id >= :from and (:to is null or r.member_id < :to)
                        group by p.staff_no, p.member_id, r.institution_id, p.title, r.kind, r.night,
                            r.call_up is not null, p.category, p.quality
                        """)
                .param("run", run.id().bytes())
                .param("from", from)
                .param("to", to)
                .query(ServedMinutes::of)
                .list();
    }

    /** Gives those who are corrected at an institution where they did nothing this time a line there, of nothing. */
    static List<Work> withCorrected(List<Work> work, List<Correction> corrected) {
        Set<List<UUID>> present = new HashSet<>();
        work.forEach(one -> present.add(List.of(one.member(), one.institution())));
        List<Work> all = new ArrayList<>(work);
        for (Correction one : corrected) {
            if (present.add(List.of(one.member(), one.institution()))) {
                all.add(Work.none(one.staffNo(), one.member(), one.institution()));
            }
        }
        return all;
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                row.getBigDecimal("weighted_minutes"),
                row.getBigDecimal("quality"),
                row.getBigDecimal("coefficient"));
    }

    List<Correction> corrections(PayRunId run) {
        return jdbc.sql("""
                        select c.*, p.staff_no from pay_correction c
                        join pay_input_person p on p.run_id = c.run_id and p.member_id = c.member_id where c.run_id = ?
                        """).param(run.bytes()).query(StoredInputs::correction).list();
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(
                new PayRunId(Ids.uuid(row.getBytes("corrected_run_id"))),
                row.getString("staff_no"),
                Ids.uuid(row.getBytes("member_id")),
                Ids.uuid(row.getBytes("institution_id")),
                Money.ofFen(row.getLong("granted_fen")),
                Money.ofFen(row.getLong("should_fen")),
                Money.ofFen(row.getLong("amount_fen")));
    }
}
