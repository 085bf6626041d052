package org.yilianti.incentive.verification;

import java.math.BigDecimal;
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
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.Scoring;
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
    private final IndicatorSchemes schemes;
    private final EvaluationManagement entries;
    private final AuditTrail audit;

    VerifiedCountManagement(
            VerificationSamples samples,
            Evaluations evaluations,
            IndicatorSchemes schemes,
            EvaluationManagement entries,
            AuditTrail audit) {
        this.samples = samples;
        this.evaluations = evaluations;
        this.schemes = schemes;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Enters what is left of a claim as the measure of its indicator; for the same month. An indicator of which less is better, and
     * whose target is a share of at most 1, measures the errors: of it the share of wrong items is entered, 0 to 1.
     */
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
        BigDecimal found = measuresErrorRate(evaluation, claim.indicator()) ? discount.rate() : discount.counted();
        Measure measure = new Measure(claim.institution(), claim.indicator(), found);
        Evaluation entered = entries.enter(caller, id, expected, List.of(measure), DataSource.VERIFICATION);
        audit.record(AuditRecord.of(
                caller,
                "verification.entered",
                "verification-sample",
                sample.id(),
                claim.institutionCode(),
                Map.of("evaluation", id.value(), "evaluationVersion", entered.version(), "entered", found)));
        return entered;
    }

    private boolean measuresErrorRate(Evaluation evaluation, String indicator) {
        return schemes.get(evaluation.association(), evaluation.scheme()).indicators().stream()
                .anyMatch(one -> one.code().equals(indicator)
                        && one.scoring() == Scoring.REVERSE
                        && one.target().compareTo(BigDecimal.ONE) <= 0);
    }
}
