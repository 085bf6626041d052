package org.yilianti.incentive.payrun;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** Keeps what a run's scheme gives people besides points, and adds it to their lines. */
@Component
class PayComponents {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredInputs inputs;
    private final RuleBook rules;

    PayComponents(JdbcClient jdbc, JdbcTemplate batches, StoredInputs inputs, RuleBook rules) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.inputs = inputs;
        this.rules = rules;
    }

    /** For people whose lines are written; nothing where the scheme has no such terms. */
    void write(PayRun run, CalculationPart.OfPeople people) {
        PayRules by = rules.of(run);
        if (by.terms().hasFixed()) {
            insert(run, FixedPay.of(inputs.minutes(run, people), inputs.institutions(run), by.terms()));
            addToLines(run, people);
        }
    }

    private void insert(PayRun run, List<FixedPay.Component> components) {
        batches.batchUpdate(
                """
                insert into pay_component (run_id, member_id, institution_id, term, association_id, quantity, amount_fen)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                components.stream()
                        .map(one -> new Object[] {
                            run.id().bytes(),
                            Ids.bytes(one.member()),
                            Ids.bytes(one.institution()),
                            one.term(),
                            Ids.bytes(run.association()),
                            one.quantity(),
                            one.amount().fen()
                        })
                        .toList());
    }

    private void addToLines(PayRun run, CalculationPart.OfPeople people) {
        jdbc.sql("""
                        update pay_line l
                        join (select member_id, institution_id, sum(amount_fen) as fen from pay_component
                            where run_id = :run and member_id >= :from and member_id < :to
                            group by member_id, institution_id) c
                            on c.member_id = l.member_id and c.institution_id = l.institution_id
                        set l.fixed_fen = c.fen, l.amount_fen = c.fen
                        where l.run_id = :run and l.member_id >= :from and l.member_id < :to
                        """)
                .param("run", run.id().bytes())
                .param("from", people.from())
                .param("to", people.to())
                .update();
    }
}
