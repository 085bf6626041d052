package org.yilianti.incentive.evaluation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.evaluation.EnteredMeasure;
import org.yilianti.incentive.evaluation.EvaluatedInstitution;
import org.yilianti.incentive.evaluation.Evaluation;
import org.yilianti.incentive.evaluation.EvaluationInputs;
import org.yilianti.incentive.evaluation.IndicatorScore;
import org.yilianti.incentive.evaluation.Measure;
import org.yilianti.incentive.scheme.DataSource;

/**
 * An evaluation as callers see it, with the institutions in their scope; decimals are strings.
 *
 * @param measures what was entered; left empty in lists
 * @param scores empty while it is open
 */
record EvaluationAnswer(
        UUID id,
        long version,
        UUID schemeId,
        YearMonth month,
        String status,
        List<EvaluatedInstitutionAnswer> institutions,
        List<MeasureAnswer> measures,
        List<InstitutionScore> scores,
        String createdBy,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** An institution that is evaluated. */
    record EvaluatedInstitutionAnswer(UUID id, String code, String name) {}

    /**
     * An entered value.
     *
     * @param origin entry, service-events, verification, campaign or survey; null for what was entered before that was asked
     */
    record MeasureAnswer(
            UUID institutionId,
            String indicator,
            String value,
            @Nullable String origin) {

        static MeasureAnswer of(EnteredMeasure entered) {
            Measure one = entered.measure();
            DataSource origin = entered.origin();
            return new MeasureAnswer(
                    one.institution(), one.indicator(), plain(one.value()), origin == null ? null : origin.code());
        }
    }

    /** An institution's score and what it is made of. */
    record InstitutionScore(UUID institutionId, String institutionCode, String score, List<ScorePart> indicators) {}

    /** What one indicator contributes: weighted = weight × score; without a value, what became of it: zero or exclude. */
    record ScorePart(
            String indicator,
            String weight,
            @Nullable String value,
            String score,
            String weighted,
            @Nullable String noData) {}

    static EvaluationAnswer of(Evaluation evaluation, EvaluationInputs inputs) {
        return answer(evaluation, inputs.entered(evaluation.id()), inputs.scores(evaluation.id()));
    }

    static EvaluationAnswer brief(Evaluation evaluation) {
        return answer(evaluation, List.of(), List.of());
    }

    private static EvaluationAnswer answer(
            Evaluation evaluation, List<EnteredMeasure> measures, List<IndicatorScore> parts) {
        List<UUID> visible =
                evaluation.institutions().stream().map(EvaluatedInstitution::id).toList();
        return new EvaluationAnswer(
                evaluation.id().value(),
                evaluation.version(),
                evaluation.scheme().value(),
                evaluation.month(),
                evaluation.status().code(),
                evaluation.institutions().stream()
                        .map(one -> new EvaluatedInstitutionAnswer(one.id(), one.code(), one.name()))
                        .toList(),
                measures.stream()
                        .filter(one -> visible.contains(one.measure().institution()))
                        .map(MeasureAnswer::of)
                        .toList(),
                evaluation.institutions().stream()
                        .filter(one -> one.score() != null)
                        .map(one -> score(one, parts))
                        .toList(),
                evaluation.createdBy(),
                evaluation.createdAt(),
                evaluation.closedBy(),
                evaluation.closedAt());
    }

    private static InstitutionScore score(EvaluatedInstitution institution, List<IndicatorScore> parts) {
        return new InstitutionScore(
                institution.id(),
                institution.code(),
                plain(institution.score()),
                parts.stream()
                        .filter(part -> part.institution().equals(institution.id()))
                        .map(part -> new ScorePart(
                                part.indicator(),
                                plain(part.weight()),
                                part.value() == null ? null : plain(part.value()),
                                plain(part.score()),
                                plain(part.weighted()),
                                part.noData() == null ? null : part.noData().code()))
                        .toList());
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
