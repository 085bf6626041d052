package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.evaluation.Rescoring;
import org.yilianti.incentive.payscheme.PaySchemeId;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.databind.ObjectMapper;

/** Computes runs under other rules (I6); nothing of the run is touched. */
@Service
public class SimulationManagement {

    private final PayRuns runs;
    private final StoredInputs stored;
    private final Rescoring rescoring;
    private final RuleBook rules;
    private final PaySimulations simulations;
    private final Policies policies;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    SimulationManagement(
            PayRuns runs,
            StoredInputs stored,
            Rescoring rescoring,
            RuleBook rules,
            PaySimulations simulations,
            Policies policies,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.runs = runs;
        this.stored = stored;
        this.rescoring = rescoring;
        this.rules = rules;
        this.simulations = simulations;
        this.policies = policies;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Computes a calculated run once more under other rules and keeps the differences.
     *
     * @throws Refusal 409 when the run has no calculation, or its inputs a kind of service or title that the other rules leave out; 422
     *     when a measure is missing for the other scheme, or nobody could be paid
     */
    @Transactional
    public PaySimulation simulate(Caller caller, PayRunId id, String name, OtherRules others) {
        caller.require("*", Role.PAYROLL_OFFICER);
        // Held, so that no recalculation clears the inputs while they are read.
        PayRun run = runs.lock(caller.association(), id);
        if (run.statements() == 0) {
            throw Refusal.conflict("payrun.not-calculated", run.status().code());
        }
        PayPolicy policy = others.policy(
                policies.inForce(run.association(), PayPolicy.class, run.month().atEndOfMonth()));
        PaySimulation simulation = new PaySimulation(
                Ids.next(),
                run.association(),
                id,
                name,
                others.scheme(),
                others.payScheme(),
                policy == null ? null : json.writeValueAsString(policy),
                others.pool() == null ? run.poolAmount() : others.pool(),
                caller.name(),
                clock.instant());
        simulations.insert(simulation, CorrectedPay.apply(inputs(run, simulation, policy)));
        audit.record(AuditRecord.of(
                caller,
                "pay-run.simulated",
                "pay-run",
                id.value(),
                null,
                Map.of("simulation", simulation.id(), "name", name)));
        return simulation;
    }

    private PayInputs inputs(PayRun run, PaySimulation simulation, @Nullable PayPolicy policy) {
        PayInputs actual = stored.read(run);
        SchemeId scheme = simulation.scheme();
        PaySchemeId payScheme = simulation.payScheme();
        PayRules other = payScheme == null ? null : rules.of(run, payScheme);
        List<InstitutionInput> institutions =
                scheme == null ? actual.institutions() : rescored(run, actual.institutions(), scheme);
        return new PayInputs(
                simulation.pool(),
                other == null ? institutions : preferred(institutions, other),
                work(run, actual, other == null ? policy : other.factors(), other == null ? rules.of(run) : other),
                actual.corrections(),
                other == null ? actual.limits() : other.limits());
    }

    private List<Work> work(PayRun run, PayInputs actual, @Nullable PayPolicy factors, PayRules by) {
        if (factors == null) {
            return actual.work();
        }
        List<ServedMinutes> minutes = stored.minutes(run);
        List<Work> weighted = ServedMinutes.weighted(minutes, RunFactors.Factors.of(factors));
        return StoredInputs.withCorrected(
                FixedPay.added(weighted, FixedPay.of(minutes, actual.institutions(), by.terms())),
                actual.corrections());
    }

    private static List<InstitutionInput> preferred(List<InstitutionInput> institutions, PayRules by) {
        return institutions.stream()
                .map(one -> one.withPreference(by.preference(one.tier())))
                .toList();
    }

    private List<InstitutionInput> rescored(PayRun run, List<InstitutionInput> institutions, SchemeId scheme) {
        Map<UUID, BigDecimal> scores = rescoring.scores(run.association(), run.evaluation(), scheme);
        return institutions.stream()
                .map(one -> one.withScore(scores.getOrDefault(one.id(), one.score())))
                .toList();
    }
}
