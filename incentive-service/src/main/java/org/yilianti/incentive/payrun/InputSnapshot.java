package org.yilianti.incentive.payrun;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;

/** Copies all that a run is calculated from into tables {@code pay_input_*}, set by set; {@link StoredInputs} reads them. */
@Component
class InputSnapshot {

    private static final String RECORDS_AT = """
            from directory_service_record r
            where r.association_id = :association and r.month = :month and r.status = 'confirmed' and r.lawful = true
                and r.institution_id = :institution\
            """;

    private static final String INSERT_RECORDS = """
            insert into pay_input_record (run_id, record_id, association_id, record_version, member_id, institution_id, kind,
                started_at, ended_at, minutes, night, call_up, weight)
            select :run, r.id, r.association_id, r.version, r.member_id, r.institution_id, r.kind,
                r.started_at, r.ended_at, r.minutes, r.night, r.call_up, w.weight
            from directory_service_record r
            join pay_input_weight w on w.run_id = :run and w.kind = r.kind and w.night = r.night
            where r.association_id = :association and r.month = :month and r.status = 'confirmed' and r.lawful = true
                and r.institution_id = :institution
            on duplicate key update record_version = pay_input_record.record_version
            """;

    private static final String KIND_WITHOUT_WEIGHT = "select r.kind " + RECORDS_AT
            + " and not exists (select 1 from pay_input_weight w where w.run_id = :run and w.kind = r.kind and w.night = r.night)";

    private static final String INSERT_PEOPLE = """
            insert into pay_input_person (run_id, member_id, association_id, member_version, staff_no, name, name_latin, title,
                category, quality, coefficient)
            select :run, m.id, m.association_id, m.version, m.staff_no, m.name, m.name_latin, m.title, m.category,
                coalesce(q.quality, 1), c.coefficient
            from (select distinct member_id from pay_input_record
                where run_id = :run and member_id >= :from and member_id < :to) p
            join directory_member m on m.id = p.member_id and m.association_id = :association
            left join evaluation_quality q on q.evaluation_id = :evaluation and q.staff_no = m.staff_no
            left join pay_input_coefficient c on c.run_id = :run and c.title = m.title
            """;

    private static final String MEMBER_UNKNOWN = """
            select hex(r.member_id) from (select distinct member_id from pay_input_record
                where run_id = :run and member_id >= :from and member_id < :to) r
            left join pay_input_person p on p.run_id = :run and p.member_id = r.member_id
            where p.member_id is null\
            """;

    private static final String TITLE_WITHOUT_COEFFICIENT = """
            select title from pay_input_person
            where run_id = :run and member_id >= :from and member_id < :to and coefficient is null\
            """;

    private static final String INSTITUTION_UNKNOWN = """
            select e.code from evaluation_institution e
            left join pay_input_institution i on i.run_id = :run and i.institution_id = e.institution_id
            where e.evaluation_id = :evaluation and i.institution_id is null\
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RuleBook rules;
    private final Corrections corrections;
    private final Clock clock;

    InputSnapshot(JdbcClient jdbc, JdbcTemplate batches, RuleBook rules, Corrections corrections, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rules = rules;
        this.corrections = corrections;
        this.clock = clock;
    }

    /**
     * Begins to take the inputs as they are known from now on; the run must have none.
     *
     * @throws Refusal 409 when an institution is not known
     */
    void open(PayRun run) {
        PayRules inForce = rules.inForce(run);
        insertHeader(run, inForce);
        insertFactors(run, inForce.factors());
        insertInstitutions(run);
        insertPreferences(run, inForce);
        refuseUnknownInstitutions(run);
    }

    /**
     * Takes the service of the month at an institution. A record that moves between two institutions while they are taken is taken once;
     * what a run has missed is a late fact of it.
     *
     * @throws Refusal 409 when a kind of service has no weight
     */
    void takeRecords(PayRun run, UUID institution) {
        int taken = statement(run, INSERT_RECORDS, Map.of("institution", Ids.bytes(institution)));
        if (taken != count(run, institution)) {
            first(run, KIND_WITHOUT_WEIGHT, Map.of("institution", Ids.bytes(institution)))
                    .ifPresent(kind -> {
                        throw Refusal.conflict("payrun.kind-without-weight", kind);
                    });
        }
    }

    /**
     * Takes the people whose records are taken.
     *
     * @throws Refusal 409 when somebody is not known, or a title has no coefficient: better no run than one that leaves somebody out
     */
    void takePeople(PayRun run, CalculationPart.OfPeople people) {
        Map<String, Object> range = Map.of("from", people.from(), "to", people.to());
        statement(run, INSERT_PEOPLE, range);
        first(run, MEMBER_UNKNOWN, range).ifPresent(member -> {
            throw Refusal.conflict("payrun.member-unknown", member);
        });
        first(run, TITLE_WITHOUT_COEFFICIENT, range).ifPresent(title -> {
            throw Refusal.conflict("payrun.title-without-coefficient", title);
        });
    }

    /** Takes what earlier runs should have given by the facts of today. */
    void takeCorrections(PayRun run) {
        corrections.take(run);
    }

    private void insertHeader(PayRun run, PayRules inForce) {
        PaySchemeId scheme = inForce.scheme();
        jdbc.sql("insert into pay_input_snapshot (run_id, association_id, known_at, pay_scheme_id) values (?, ?, ?, ?)")
                .param(run.id().bytes())
                .param(Ids.bytes(run.association()))
                .param(Timestamp.from(clock.instant()))
                .param(scheme == null ? null : scheme.bytes())
                .update();
    }

    private void insertFactors(PayRun run, PayPolicy policy) {
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
                    population, score, tier)
                select :run, i.id, i.association_id, i.version, i.code, i.name, i.name_en, i.population, e.score, i.tier
                from evaluation_institution e join directory_institution i on i.id = e.institution_id
                where e.evaluation_id = :evaluation and i.association_id = :association
                """, Map.of());
    }

    private void insertPreferences(PayRun run, PayRules inForce) {
        jdbc.sql("select distinct tier from pay_input_institution where run_id = ?")
                .param(run.id().bytes())
                .query(String.class)
                .list()
                .forEach(tier -> jdbc.sql(
                                "update pay_input_institution set preference = ? where run_id = ? and tier = ?")
                        .params(inForce.preference(tier), run.id().bytes(), tier)
                        .update());
    }

    private void refuseUnknownInstitutions(PayRun run) {
        first(run, INSTITUTION_UNKNOWN, Map.of()).ifPresent(code -> {
            throw Refusal.conflict("payrun.institution-unknown", code);
        });
    }

    /** Told by the index alone. */
    private long count(PayRun run, UUID institution) {
        return prepared(run, "select count(*) " + RECORDS_AT, Map.of("institution", Ids.bytes(institution)))
                .query(Long.class)
                .single();
    }

    private int statement(PayRun run, String sql, Map<String, Object> more) {
        return prepared(run, sql, more).update();
    }

    private Optional<String> first(PayRun run, String sql, Map<String, Object> more) {
        return prepared(run, sql + " limit 1", more).query(String.class).optional();
    }

    private JdbcClient.StatementSpec prepared(PayRun run, String sql, Map<String, Object> more) {
        return jdbc.sql(sql)
                .param("run", run.id().bytes())
                .param("association", Ids.bytes(run.association()))
                .param("evaluation", run.evaluation().bytes())
                .param("month", run.month().toString())
                .params(more);
    }
}
