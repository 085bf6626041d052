package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;

/** The factors that a run was calculated with. */
@Component
class RunFactors {

    private final JdbcClient jdbc;
    private final RuleBook rules;

    RunFactors(JdbcClient jdbc, RuleBook rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * Weights and coefficients of a run; for kinds and titles the run never met, those of its scheme, or of the policy for its month as it is today.
     *
     * @param weights by kind of service and whether it was at night
     * @param coefficients by title
     */
    record Factors(Map<Service, BigDecimal> weights, Map<String, BigDecimal> coefficients) {

        /** Those of a policy that no run has had. */
        static Factors of(PayPolicy policy) {
            Map<Service, BigDecimal> weights = new HashMap<>();
            for (String kind : policy.kindWeights().keySet()) {
                weights.put(new Service(kind, true), policy.weight(kind, true));
                weights.put(new Service(kind, false), policy.weight(kind, false));
            }
            return new Factors(weights, policy.coefficients());
        }

        /** @throws Refusal 409 when none is set for the kind */
        BigDecimal weight(Service service) {
            BigDecimal weight = weights.get(service);
            if (weight == null) {
                throw Refusal.conflict("payrun.kind-without-weight", service.kind());
            }
            return weight;
        }

        /** @throws Refusal 409 when none is set for the title */
        BigDecimal coefficient(String title) {
            BigDecimal coefficient = coefficients.get(title);
            if (coefficient == null) {
                throw Refusal.conflict("payrun.title-without-coefficient", title);
            }
            return coefficient;
        }
    }

    /** What a minute of service was worth by. */
    record Service(String kind, boolean night) {}

    Factors of(PayRun run) {
        Factors today = Factors.of(rules.of(run).factors());
        Map<Service, BigDecimal> weights = new HashMap<>(today.weights());
        jdbc.sql("select kind, night, weight from pay_input_weight where run_id = ?")
                .param(run.id().bytes())
                .query(row -> {
                    weights.put(new Service(row.getString(1), row.getBoolean(2)), row.getBigDecimal(3));
                });
        Map<String, BigDecimal> coefficients = new HashMap<>(today.coefficients());
        jdbc.sql("select title, coefficient from pay_input_coefficient where run_id = ?")
                .param(run.id().bytes())
                .query(row -> {
                    coefficients.put(row.getString(1), row.getBigDecimal(2));
                });
        return new Factors(weights, coefficients);
    }
}
