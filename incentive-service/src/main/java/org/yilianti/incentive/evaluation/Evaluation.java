package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.Indicator;
import org.yilianti.incentive.scheme.IndicatorScheme;
import org.yilianti.incentive.scheme.SchemeId;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/**
 * The month of some institutions, judged by a scheme.
 *
 * @param institutions at least one, by code
 * @param closedBy who closed it; null while it is open
 */
public record Evaluation(
        EvaluationId id,
        UUID association,
        long version,
        SchemeId scheme,
        YearMonth month,
        EvaluationStatus status,
        List<EvaluatedInstitution> institutions,
        String createdBy,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    public Evaluation {
        institutions = List.copyOf(institutions);
    }

    /** A closed evaluation and how its scores came about. */
    record Closing(Evaluation evaluation, List<IndicatorScore> scores) {}

    static Evaluation opened(
            IndicatorScheme scheme,
            YearMonth month,
            List<EvaluatedInstitution> institutions,
            String author,
            Instant now) {
        if (month.getYear() < 2000 || month.getYear() > 2199) {
            throw Refusal.invalid("evaluation.month-invalid", month.toString()).at("/month");
        }
        return new Evaluation(
                EvaluationId.next(),
                scheme.association(),
                1,
                scheme.requirePublished().id(),
                month,
                EvaluationStatus.OPEN,
                institutions,
                author,
                now,
                null,
                null);
    }

    /** The evaluation with something entered; refused (409) once closed. */
    Evaluation entered() {
        requireOpen();
        return new Evaluation(
                id, association, version + 1, scheme, month, status, institutions, createdBy, createdAt, null, null);
    }

    /**
     * Scores every institution and closes.
     *
     * @throws Refusal 409 when closed already; 422 naming every measure that is missing
     */
    Closing closed(IndicatorScheme by, List<Measure> measures, String closer, Instant now) {
        requireOpen();
        List<IndicatorScore> scores = scores(by, measures);
        Map<UUID, BigDecimal> totals = totals(scores);
        List<EvaluatedInstitution> scored = institutions.stream()
                .map(one -> new EvaluatedInstitution(one.id(), one.code(), one.name(), totals.get(one.id())))
                .toList();
        Evaluation closed = new Evaluation(
                id,
                association,
                version + 1,
                scheme,
                month,
                EvaluationStatus.CLOSED,
                scored,
                createdBy,
                createdAt,
                closer,
                now);
        return new Closing(closed, scores);
    }

    /** The institutions' scores if they were judged by this scheme; 422 naming every measure that is missing for it. */
    Map<UUID, BigDecimal> scoredBy(IndicatorScheme other, List<Measure> measures) {
        return totals(scores(other, measures));
    }

    private static Map<UUID, BigDecimal> totals(List<IndicatorScore> scores) {
        return scores.stream()
                .collect(Collectors.groupingBy(
                        IndicatorScore::institution,
                        Collectors.reducing(BigDecimal.ZERO, IndicatorScore::weighted, BigDecimal::add)));
    }

    private List<IndicatorScore> scores(IndicatorScheme by, List<Measure> measures) {
        Map<List<Object>, Measure> byKey =
                measures.stream().collect(Collectors.toMap(Measure::key, Function.identity()));
        List<IndicatorScore> scores = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (EvaluatedInstitution institution : institutions) {
            for (Indicator indicator : by.indicators()) {
                Measure measure = byKey.get(List.of(institution.id(), indicator.code()));
                if (measure == null) {
                    missing.add(new Violation("", "evaluation.measure-missing", institution.code(), indicator.code()));
                } else {
                    scores.add(IndicatorScore.of(indicator, measure));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        return scores;
    }

    Evaluation with(List<EvaluatedInstitution> others) {
        return new Evaluation(
                id, association, version, scheme, month, status, others, createdBy, createdAt, closedBy, closedAt);
    }

    /** Refuses (409) unless it is closed: open scores pay nobody. */
    public Evaluation requireClosed() {
        if (status != EvaluationStatus.CLOSED) {
            throw Refusal.conflict("evaluation.open", month.toString());
        }
        return this;
    }

    private void requireOpen() {
        if (status == EvaluationStatus.CLOSED) {
            throw Refusal.conflict("evaluation.closed", month.toString());
        }
    }
}
