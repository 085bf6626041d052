package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.IndicatorSchemes;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.problem.Refusal;

/** Scores what was measured for an evaluation by another scheme, or other values by its own, for whoever wants to know what would have been. */
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

    /** The scores of all institutions by the evaluation's own scheme, had these values been measured instead. */
    public Map<UUID, BigDecimal> scoresWith(UUID association, EvaluationId id, List<Measure> instead) {
        Evaluation evaluation = evaluations.get(association, id);
        Map<List<Object>, Measure> measures = new LinkedHashMap<>();
        inputs.measures(id).forEach(one -> measures.put(one.key(), one));
        instead.forEach(one -> measures.put(one.key(), one));
        return evaluation.scoredBy(schemes.get(association, evaluation.scheme()), List.copyOf(measures.values()));
    }
}
