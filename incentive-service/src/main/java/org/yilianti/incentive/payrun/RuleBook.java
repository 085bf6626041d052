package org.yilianti.incentive.payrun;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.payscheme.PaySchemes;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.PointTerm;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;

/** Which rules a run is calculated by: the pay scheme in force for its month, or the policy where there is none. */
@Component
public class RuleBook {

    private static final PayTerms OF_ANY_POLICY = new PayTerms(PayRules.of(PayPolicy.standard()).terms().all().stream()
            .filter(term -> !(term instanceof PointTerm.NightFactor))
            .toList());

    private final JdbcClient jdbc;
    private final PaySchemes schemes;
    private final Policies policies;

    RuleBook(JdbcClient jdbc, PaySchemes schemes, Policies policies) {
        this.jdbc = jdbc;
        this.schemes = schemes;
        this.policies = policies;
    }

    /**
     * Those for a calculation that begins now.
     *
     * @throws Refusal 409 when no scheme is in force for a kind of pay that no policy is for
     */
    PayRules inForce(PayRun run) {
        return schemes.inForce(run.association(), run.kind(), run.month())
                .map(PayRules::of)
                .orElseGet(() -> policyInForce(run));
    }

    private PayRules policyInForce(PayRun run) {
        if (!run.kind().equals(PayKind.PERFORMANCE)) {
            throw Refusal.conflict(
                    "payrun.kind-without-scheme", run.kind().code(), run.month().toString());
        }
        return policy(run);
    }

    /** Those that the run was calculated by; of a policy, what it says today. */
    PayRules of(PayRun run) {
        PaySchemeId scheme = scheme(run.id());
        return scheme == null ? policy(run) : PayRules.of(schemes.get(run.association(), scheme));
    }

    /** The scheme that a run was calculated by; null when it was the policy, or not yet. */
    public @Nullable PaySchemeId scheme(PayRunId run) {
        return jdbc.sql("select pay_scheme_id from pay_input_snapshot where run_id = ? and pay_scheme_id is not null")
                .param(run.bytes())
                .query((row, number) -> new PaySchemeId(Ids.uuid(row.getBytes(1))))
                .optional()
                .orElse(null);
    }

    /** The named terms that explain a run; where it was calculated by the policy, those that every policy has. */
    public PayTerms terms(UUID association, PayRunId run) {
        PaySchemeId scheme = scheme(run);
        return scheme == null ? OF_ANY_POLICY : schemes.get(association, scheme).terms();
    }

    /** Those of another scheme, be it a draft. */
    PayRules of(PayRun run, PaySchemeId other) {
        return PayRules.of(schemes.get(run.association(), other));
    }

    private PayRules policy(PayRun run) {
        return PayRules.of(
                policies.inForce(run.association(), PayPolicy.class, run.month().atEndOfMonth()));
    }
}
