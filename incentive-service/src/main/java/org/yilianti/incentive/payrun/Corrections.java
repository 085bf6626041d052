package org.yilianti.incentive.payrun;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.policy.Policies;

/**
 * Finds what earlier, settled runs should have given by the facts of today (I7). Nothing is kept of what is still owed: whatever was
 * not settled by a run that stands is found again, so that nothing is settled twice and nothing is forgotten.
 */
@Component
class Corrections {

    private static final String SETTLED = "status in ('final', 'paid')";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PayRuns runs;
    private final PresentFacts facts;
    private final LateFacts lateFacts;
    private final Amendments amendments;
    private final Policies policies;

    Corrections(
            JdbcClient jdbc,
            JdbcTemplate batches,
            PayRuns runs,
            PresentFacts facts,
            LateFacts lateFacts,
            Amendments amendments,
            Policies policies) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.runs = runs;
        this.facts = facts;
        this.lateFacts = lateFacts;
        this.amendments = amendments;
        this.policies = policies;
    }

    /** Keeps the differences of earlier runs at the run's institutions as inputs of the run; locks those runs, oldest first. */
    void take(PayRun run) {
        Set<UUID> covered = new HashSet<>(jdbc.sql("select institution_id from pay_input_institution where run_id = ?")
                .param(run.id().bytes())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list());
        for (PayRunId id : settled(run)) {
            PayRun earlier = runs.lock(run.association(), id);
            if (lateFacts.any(earlier) || !amendments.of(id).isEmpty()) {
                take(run, earlier, covered);
                amendments.name(run.id(), id);
            }
        }
    }

    private List<PayRunId> settled(PayRun run) {
        CorrectionPolicy policy = policies.inForce(
                run.association(), CorrectionPolicy.class, run.month().atEndOfMonth());
        return jdbc.sql("select id from pay_run where association_id = ? and id <> ? and kind = ? and " + SETTLED
                        + " and month between ? and ? order by id")
                .params(
                        Ids.bytes(run.association()),
                        run.id().bytes(),
                        run.kind().code(),
                        run.month().minusMonths(policy.monthsBack()).toString(),
                        run.month().toString())
                .query((row, number) -> new PayRunId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    /** One institution after another, so that a large run is never held as a whole. */
    private void take(PayRun run, PayRun earlier, Set<UUID> covered) {
        Workplaces places = facts.of(earlier);
        Additions additions = new Additions(amendments.of(earlier.id()));
        for (InstitutionShare share : PayFormula.shares(facts.split(earlier), places)) {
            if (covered.contains(share.institution())) {
                List<PayLine> lines = PayFormula.lines(share, places);
                insert(run, at(earlier.id(), share.institution(), lines, additions));
            }
        }
    }

    private List<Correction> at(PayRunId earlier, UUID institution, List<PayLine> lines, Additions additions) {
        Map<UUID, Money> granted = granted(earlier, institution);
        Map<UUID, Money> should = new HashMap<>();
        Map<UUID, String> staffNumbers = staffNumbers(earlier, institution);
        for (PayLine line : lines) {
            should.put(line.work().member(), line.amount());
            staffNumbers.put(line.work().member(), line.work().staffNo());
        }
        additions.at(institution, lines).forEach((member, amount) -> should.merge(member, amount, Money::plus));
        return Stream.concat(granted.keySet().stream(), should.keySet().stream())
                .distinct()
                .map(member -> new Correction(
                        earlier,
                        staffNumbers.getOrDefault(member, ""),
                        member,
                        institution,
                        granted.getOrDefault(member, Money.ZERO),
                        should.getOrDefault(member, Money.ZERO),
                        Money.ZERO))
                .filter(one -> !one.due().isZero())
                .toList();
    }

    /** A run's lines at an institution and all that runs which stand have corrected of them. */
    private Map<UUID, Money> granted(PayRunId earlier, UUID institution) {
        Map<UUID, Money> granted = new HashMap<>();
        jdbc.sql("""
                        select member_id, sum(amount_fen) from (
                            select member_id, amount_fen from pay_line where run_id = :run and institution_id = :institution
                            union all
                            select c.member_id, c.amount_fen from pay_correction c
                            join pay_run r on r.id = c.run_id and r.status <> 'cancelled'
                            where c.corrected_run_id = :run and c.institution_id = :institution) g
                        group by member_id
                        """)
                .param("run", earlier.bytes())
                .param("institution", Ids.bytes(institution))
                .query(row -> {
                    granted.put(Ids.uuid(row.getBytes(1)), Money.ofFen(row.getLong(2)));
                });
        return granted;
    }

    private Map<UUID, String> staffNumbers(PayRunId earlier, UUID institution) {
        Map<UUID, String> numbers = new HashMap<>();
        jdbc.sql("""
                        select p.member_id, p.staff_no from pay_line l
                        join pay_input_person p on p.run_id = l.run_id and p.member_id = l.member_id
                        where l.run_id = :run and l.institution_id = :institution
                        union select p.member_id, p.staff_no from pay_correction c
                        join pay_input_person p on p.run_id = c.run_id and p.member_id = c.member_id
                        where c.corrected_run_id = :run and c.institution_id = :institution
                        """)
                .param("run", earlier.bytes())
                .param("institution", Ids.bytes(institution))
                .query(row -> {
                    numbers.put(Ids.uuid(row.getBytes(1)), row.getString(2));
                });
        return numbers;
    }

    private void insert(PayRun run, List<Correction> corrections) {
        batches.batchUpdate(
                """
                insert into pay_input_person (run_id, member_id, association_id, member_version, staff_no, name, name_latin, title,
                    quality, coefficient)
                select ?, m.id, m.association_id, m.version, m.staff_no, m.name, m.name_latin, m.title, 1, 0
                from directory_member m where m.id = ? and m.association_id = ? and not exists (
                    select 1 from pay_input_person p where p.run_id = ? and p.member_id = m.id)
                """,
                corrections.stream()
                        .map(Correction::member)
                        .distinct()
                        .map(member -> new Object[] {
                            run.id().bytes(),
                            Ids.bytes(member),
                            Ids.bytes(run.association()),
                            run.id().bytes()
                        })
                        .toList());
        batches.batchUpdate(
                """
                insert into pay_correction (run_id, corrected_run_id, member_id, institution_id, association_id, granted_fen,
                    should_fen, amount_fen)
                values (?, ?, ?, ?, ?, ?, ?, 0)
                """,
                corrections.stream()
                        .map(one -> new Object[] {
                            run.id().bytes(),
                            one.corrected().bytes(),
                            Ids.bytes(one.member()),
                            Ids.bytes(one.institution()),
                            Ids.bytes(run.association()),
                            one.granted().fen(),
                            one.should().fen()
                        })
                        .toList());
    }
}
