package org.yilianti.incentive.verification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationId;
import org.yilianti.incentive.evaluation.EvaluationManagement;
import org.yilianti.incentive.evaluation.Evaluations;
import org.yilianti.incentive.evaluation.Measure;
import org.yilianti.incentive.scheme.DataSource;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Takes verified counts over into an evaluation. */
@Service
public class VerifiedCountManagement {

    private final VerificationSamples samples;
    private final Evaluations evaluations;
    private final EvaluationManagement entries;
    private final AuditTrail audit;

    VerifiedCountManagement(
            VerificationSamples samples, Evaluations evaluations, EvaluationManagement entries, AuditTrail audit) {
        this.samples = samples;
        this.evaluations = evaluations;
        this.entries = entries;
        this.audit = audit;
    }

    /** Enters what is left of a claim as the measure of its indicator; for the same month. */
    @Transactional
    public Evaluation enter(Caller caller, EvaluationId id, ExpectedVersion expected, UUID sampleId) {
        InstitutionScope scope = caller.scope(Role.EVALUATOR);
        VerificationSample sample = samples.find(caller.association(), sampleId, scope)
                .orElseThrow(() -> Refusal.notFound("verification.not-found", sampleId));
        VerificationSample.Claim claim = sample.claim();
        Evaluation evaluation = evaluations.get(caller.association(), id, scope);
        Discount discount = sample.requireDiscount();
        if (!evaluation.month().equals(claim.month())) {
            throw Refusal.invalid(
                    "verification.month-differs",
                    claim.month().toString(),
                    evaluation.month().toString());
        }
        Measure counted = new Measure(claim.institution(), claim.indicator(), discount.counted());
        Evaluation entered = entries.enter(caller, id, expected, List.of(counted), DataSource.VERIFICATION);
        audit.record(AuditRecord.of(
                caller,
                "verification.entered",
                "verification-sample",
                sample.id(),
                claim.institutionCode(),
                Map.of("evaluation", id.value(), "evaluationVersion", entered.version())));
        return entered;
    }
}
