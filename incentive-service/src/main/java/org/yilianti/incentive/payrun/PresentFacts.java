package org.yilianti.incentive.payrun;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/**
 * A settled run's inputs with the service of its month as it is known now: late, corrected and withdrawn records count; weights,
 * coefficients, titles, scores and populations stay as the run had them.
 */
@Component
class PresentFacts {

    private final JdbcClient jdbc;
    private final StoredInputs inputs;
    private final RunFactors factors;

    PresentFacts(JdbcClient jdbc, StoredInputs inputs, RunFactors factors) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.factors = factors;
    }

    /**
     * The run's inputs by the facts of today, and of its pool what it split.
     *
     * @throws org.yilianti.platform.problem.Refusal 409 when a record names a person not known, or a kind of service or title has no factor
     */
    PayInputs of(PayRun settled) {
        List<Work> work = ServedMinutes.weighted(minutes(settled), factors.of(settled));
        Money split = settled.poolAmount().minus(settledElsewhere(settled));
        return new PayInputs(split, inputs.institutions(settled), work);
    }

    /** What of the run's pool went to corrections of still earlier runs. */
    private Money settledElsewhere(PayRun settled) {
        return Money.ofFen(jdbc.sql("select coalesce(sum(amount_fen), 0) from pay_correction where run_id = ?")
                .param(settled.id().bytes())
                .query(Long.class)
                .single());
    }

    private List<ServedMinutes> minutes(PayRun settled) {
        return jdbc.sql("""
                        select coalesce(p.staff_no, m.staff_no) as staff_no, g.member_id, g.institution_id,
                            coalesce(p.title, m.title) as title, g.kind, g.night, g.minutes,
                            coalesce(p.quality, q.quality, 1) as quality, p.coefficient
                        from (select r.member_id, r.institution_id, r.kind, r.night, sum(r.minutes) as minutes
                            from directory_service_record r
                            join pay_input_institution i on i.run_id = :run and i.institution_id = r.institution_id
                            where r.association_id = :association and r.month = :month and r.status = 'confirmed' and r.lawful
                            group by r.member_id, r.institution_id, r.kind, r.night) g
                        left join pay_input_person p on p.run_id = :run and p.member_id = g.member_id
                        left join directory_member m on m.id = g.member_id and m.association_id = :association
                        left join evaluation_quality q on q.evaluation_id = :evaluation and q.staff_no = m.staff_no
                        """)
                .param("run", settled.id().bytes())
                .param("association", Ids.bytes(settled.association()))
                .param("month", settled.month().toString())
                .param("evaluation", settled.evaluation().bytes())
                .query(ServedMinutes::of)
                .list();
    }
}
