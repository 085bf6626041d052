package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.problem.Refusal;

/** Scores what was measured for an evaluation by another scheme, for whoever wants to know what would have been. */
@Component
public class Rescoring {

    private final Evaluations evaluations;
    private final EvaluationInputs inputs;
    private final IndicatorSchemes schemes;

    Rescoring(Evaluations evaluations, EvaluationInputs inputs, IndicatorSchemes schemes) {
        this.evaluations = evaluations;
        this.inputs = inputs;
        this.schemes = schemes;
    }

    /**
     * The scores of all institutions, 0 to 1; the scheme may be a draft.
     *
     * @throws Refusal 404 when there is no such scheme; 422 naming every measure of it that the evaluation does not have
     */
    public Map<UUID, BigDecimal> scores(UUID association, EvaluationId evaluation, SchemeId scheme) {
        return evaluations
                .get(association, evaluation)
                .scoredBy(schemes.get(association, scheme), inputs.measures(evaluation));
    }
}
