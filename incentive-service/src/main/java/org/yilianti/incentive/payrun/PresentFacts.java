package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.evaluation.Measure;
import org.yilianti.incentive.evaluation.Rescoring;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;

/**
 * A settled run's inputs with the service of its month as it is known now: late, corrected and withdrawn records count, and so
 * does what was decided on appeals; weights, coefficients, titles, other scores and populations stay as the run had them.
 */
@Component
class PresentFacts {

    private final JdbcClient jdbc;
    private final StoredInputs inputs;
    private final RunFactors factors;
    private final Amendments amendments;
    private final Rescoring rescoring;
    private final RuleBook rules;

    PresentFacts(
            JdbcClient jdbc,
            StoredInputs inputs,
            RunFactors factors,
            Amendments amendments,
            Rescoring rescoring,
            RuleBook rules) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.factors = factors;
        this.amendments = amendments;
        this.rescoring = rescoring;
        this.rules = rules;
    }

    /**
     * Where the run's people worked by the facts of today; each institution is read when it is asked for.
     *
     * @throws org.yilianti.platform.problem.Refusal 409 when a record names a person not known, or a kind of service or title has no factor
     */
    Workplaces of(PayRun settled) {
        List<Amendment> amended = amendments.of(settled.id());
        RunFactors.Factors by = factors.of(settled);
        List<InstitutionInput> institutions = withScores(settled, amended);
        PayRules rule = rules.of(settled);
        List<FixedPay.Component> components = components(settled, institutions, rule.terms());
        Function<UUID, List<Work>> work = institution -> FixedPay.added(
                withQualities(ServedMinutes.weighted(minutes(settled, institution), by), amended), components);
        Map<UUID, BigDecimal> points = new HashMap<>();
        for (InstitutionInput one : institutions) {
            points.put(
                    one.id(),
                    work.apply(one.id()).stream().map(Work::pointMinutes).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return new PresentWork(
                institutions,
                points,
                work,
                Money.sum(components.stream().map(FixedPay.Component::amount).toList()),
                rule.limits());
    }

    /** Nothing is kept of an institution's work but the sum of its points, and what schemes give besides. */
    private record PresentWork(
            List<InstitutionInput> institutions,
            Map<UUID, BigDecimal> points,
            Function<UUID, List<Work>> work,
            Money fixed,
            PayLimits limits)
            implements Workplaces {

        @Override
        public BigDecimal points(UUID institution) {
            return points.getOrDefault(institution, BigDecimal.ZERO);
        }

        @Override
        public List<Work> at(UUID institution) {
            return work.apply(institution);
        }
    }

    /** Needs all sites of a person at once; only schemes with such terms pay for that. */
    private List<FixedPay.Component> components(PayRun settled, List<InstitutionInput> institutions, PayTerms terms) {
        return terms.hasFixed()
                ? FixedPay.of(
                        institutions.stream()
                                .flatMap(one -> minutes(settled, one.id()).stream())
                                .toList(),
                        institutions,
                        terms)
                : List.of();
    }

    /** What the run split of its pool: what did not go to corrections of still earlier runs. */
    Money split(PayRun settled) {
        return settled.poolAmount().minus(settledElsewhere(settled));
    }

    private static List<Work> withQualities(List<Work> work, List<Amendment> amended) {
        Map<UUID, BigDecimal> qualities = new HashMap<>();
        amended.stream()
                .filter(one -> one.kind() == Amendment.Kind.QUALITY && one.member() != null)
                .forEach(one -> qualities.put(one.member(), one.amended()));
        return work.stream()
                .map(one -> one.withQuality(qualities.getOrDefault(one.member(), one.quality())))
                .toList();
    }

    private List<InstitutionInput> withScores(PayRun settled, List<Amendment> amended) {
        List<Measure> instead = amended.stream()
                .filter(one -> one.kind() == Amendment.Kind.MEASURE)
                .map(one -> new Measure(
                        Objects.requireNonNull(one.institution()),
                        Objects.requireNonNull(one.indicator()),
                        one.amended()))
                .toList();
        List<InstitutionInput> then = inputs.institutions(settled);
        if (instead.isEmpty()) {
            return then;
        }
        Map<UUID, BigDecimal> scores = rescoring.scoresWith(settled.association(), settled.evaluation(), instead);
        Set<UUID> changed = instead.stream().map(Measure::institution).collect(Collectors.toSet());
        return then.stream()
                .map(one ->
                        changed.contains(one.id()) ? one.withScore(scores.getOrDefault(one.id(), one.score())) : one)
                .toList();
    }

    /** What of the run's pool went to corrections of still earlier runs. */
    private Money settledElsewhere(PayRun settled) {
        return Money.ofFen(jdbc.sql("select coalesce(sum(amount_fen), 0) from pay_correction where run_id = ?")
                .param(settled.id().bytes())
                .query(Long.class)
                .single());
    }

    private List<ServedMinutes> minutes(PayRun settled, UUID institution) {
        return jdbc.sql("""
                        select coalesce(p.staff_no, m.staff_no) as staff_no, g.member_id, g.institution_id,
                            coalesce(p.title, m.title) as title, g.kind, g.night, g.called_up, g.minutes, g.services,
                            coalesce(p.category, m.category) as category,
                            coalesce(p.quality, q.quality, 1) as quality, p.coefficient
                        from (select r.member_id, r.institution_id, r.kind, r.night,
                                r.call_up is not null as called_up, sum(r.minutes) as minutes, count(*) as services
                            from directory_service_record r
                            join pay_input_institution i on i.run_id = :run and i.institution_id = r.institution_id
                            where r.association_id = :association and r.month = :month and r.status = 'confirmed' and r.lawful = true
                                and r.institution_id = :institution
                            group by r.member_id, r.institution_id, r.kind, r.night,
                                r.call_up is not null) g
                        left join pay_input_person p on p.run_id = :run and p.member_id = g.member_id
                        left join directory_member m on m.id = g.member_id and m.association_id = :association
                        left join evaluation_quality q on q.evaluation_id = :evaluation and q.staff_no = m.staff_no
                        """)
                .param("run", settled.id().bytes())
                .param("association", Ids.bytes(settled.association()))
                .param("month", settled.month().toString())
                .param("evaluation", settled.evaluation().bytes())
                .param("institution", Ids.bytes(institution))
                .query(ServedMinutes::of)
                .list();
    }
}
