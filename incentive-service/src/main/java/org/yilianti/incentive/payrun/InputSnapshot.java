package org.yilianti.incentive.payrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;

/** Copies all that a run is calculated from into tables {@code pay_input_*}, set by set; {@link StoredInputs} reads them. */
@Component
class InputSnapshot {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Policies policies;
    private final Corrections corrections;
    private final Clock clock;

    InputSnapshot(JdbcClient jdbc, JdbcTemplate batches, Policies policies, Corrections corrections, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.policies = policies;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * Takes the inputs as they are known now; the run must have none.
     *
     * @throws Refusal 409 when something that is needed is not known or not set
     */
    void take(PayRun run) {
        insertHeader(run);
        insertPolicy(run);
        insertInstitutions(run);
        insertRecords(run);
        insertPeople(run);
        refuseGaps(run);
        corrections.take(run);
    }

    private void insertHeader(PayRun run) {
        jdbc.sql("insert into pay_input_snapshot (run_id, association_id, known_at) values (?, ?, ?)")
                .params(run.id().bytes(), Ids.bytes(run.association()), Timestamp.from(clock.instant()))
                .update();
    }

    private void insertPolicy(PayRun run) {
        PayPolicy policy =
                policies.inForce(run.association(), PayPolicy.class, run.month().atEndOfMonth());
        batches.batchUpdate(
                "insert into pay_input_weight (run_id, kind, night, association_id, weight) values (?, ?, ?, ?, ?)",
                policy.kindWeights().keySet().stream()
                        .flatMap(kind -> Stream.of(true, false).map(night -> new Object[] {
                            run.id().bytes(), kind, night, Ids.bytes(run.association()), policy.weight(kind, night)
                        }))
                        .toList());
        batches.batchUpdate(
                "insert into pay_input_coefficient (run_id, title, association_id, coefficient) values (?, ?, ?, ?)",
                policy.coefficients().entrySet().stream()
                        .map(one -> new Object[] {
                            run.id().bytes(), one.getKey(), Ids.bytes(run.association()), one.getValue()
                        })
                        .toList());
    }

    private void insertInstitutions(PayRun run) {
        statement(run, """
                insert into pay_input_institution (run_id, institution_id, association_id, institution_version, code, name, name_en,
                    population, score)
                select :run, i.id, i.association_id, i.version, i.code, i.name, i.name_en, i.population, e.score
                from evaluation_institution e join directory_institution i on i.id = e.institution_id
                where e.evaluation_id = :evaluation and i.association_id = :association
                """);
    }

    private void insertRecords(PayRun run) {
        statement(run, """
                insert into pay_input_record (run_id, record_id, association_id, record_version, member_id, institution_id, kind,
                    started_at, ended_at, minutes, night, weight)
                select :run, r.id, r.association_id, r.version, r.member_id, r.institution_id, r.kind,
                    r.started_at, r.ended_at, r.minutes, r.night, w.weight
                from directory_service_record r
                join pay_input_institution i on i.run_id = :run and i.institution_id = r.institution_id
                left join pay_input_weight w on w.run_id = :run and w.kind = r.kind and w.night = r.night
                where r.association_id = :association and r.month = :month and r.status = 'confirmed' and r.lawful
                """);
    }

    private void insertPeople(PayRun run) {
        statement(run, """
                insert into pay_input_person (run_id, member_id, association_id, member_version, staff_no, name, name_latin, title,
                    quality, coefficient)
                select :run, m.id, m.association_id, m.version, m.staff_no, m.name, m.name_latin, m.title,
                    coalesce(q.quality, 1), c.coefficient
                from (select distinct member_id from pay_input_record where run_id = :run) p
                join directory_member m on m.id = p.member_id and m.association_id = :association
                left join evaluation_quality q on q.evaluation_id = :evaluation and q.staff_no = m.staff_no
                left join pay_input_coefficient c on c.run_id = :run and c.title = m.title
                """);
    }

    private void statement(PayRun run, String sql) {
        jdbc.sql(sql)
                .param("run", run.id().bytes())
                .param("association", Ids.bytes(run.association()))
                .param("evaluation", run.evaluation().bytes())
                .param("month", run.month().toString())
                .update();
    }

    /** Better no run than one that leaves somebody out. */
    private void refuseGaps(PayRun run) {
        jdbc.sql("""
                        select e.code from evaluation_institution e
                        left join pay_input_institution i on i.run_id = :run and i.institution_id = e.institution_id
                        where e.evaluation_id = :evaluation and i.institution_id is null limit 1
                        """)
                .param("run", run.id().bytes())
                .param("evaluation", run.evaluation().bytes())
                .query(String.class)
                .optional()
                .ifPresent(code -> {
                    throw Refusal.conflict("payrun.institution-unknown", code);
                });
        refuseAny(run, "payrun.member-unknown", """
                select distinct hex(r.member_id) from pay_input_record r
                left join pay_input_person p on p.run_id = r.run_id and p.member_id = r.member_id
                where r.run_id = ? and p.member_id is null limit 1
                """);
        refuseAny(
                run,
                "payrun.kind-without-weight",
                "select kind from pay_input_record where run_id = ? and weight is null limit 1");
        refuseAny(
                run,
                "payrun.title-without-coefficient",
                "select title from pay_input_person where run_id = ? and coefficient is null limit 1");
    }

    private void refuseAny(PayRun run, String code, String sql) {
        jdbc.sql(sql).param(run.id().bytes()).query(String.class).optional().ifPresent(value -> {
            throw Refusal.conflict(code, value);
        });
    }
}
