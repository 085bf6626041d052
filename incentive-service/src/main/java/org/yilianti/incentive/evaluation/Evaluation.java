package org.yilianti.incentive.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.yilianti.incentive.scheme.NoData;
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

    private static final int RESCALED_DECIMALS = 12;

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

    /** Σ weight × score ÷ Σ weight of what counts; exact, unless something is left out: then twelve decimals, half to even. */
    private static Map<UUID, BigDecimal> totals(List<IndicatorScore> scores) {
        Map<UUID, BigDecimal> weighted = sums(scores, IndicatorScore::weighted);
        Map<UUID, BigDecimal> counted = sums(scores, IndicatorScore::counted);
        weighted.replaceAll((institution, sum) -> {
            BigDecimal whole = counted.getOrDefault(institution, BigDecimal.ONE);
            return whole.compareTo(BigDecimal.ONE) == 0
                    ? sum
                    : sum.divide(whole, RESCALED_DECIMALS, RoundingMode.HALF_EVEN);
        });
        return weighted;
    }

    private static Map<UUID, BigDecimal> sums(List<IndicatorScore> scores, Function<IndicatorScore, BigDecimal> part) {
        return scores.stream()
                .collect(Collectors.groupingBy(
                        IndicatorScore::institution, Collectors.reducing(BigDecimal.ZERO, part, BigDecimal::add)));
    }

    private List<IndicatorScore> scores(IndicatorScheme by, List<Measure> measures) {
        Map<List<Object>, Measure> byKey =
                measures.stream().collect(Collectors.toMap(Measure::key, Function.identity()));
        NoData policy = by.content().noData();
        List<IndicatorScore> scores = new ArrayList<>();
        List<Violation> missing = new ArrayList<>();
        for (EvaluatedInstitution institution : institutions) {
            List<IndicatorScore> own = scores(by, institution.id(), byKey);
            boolean nothing = own.stream().noneMatch(one -> one.counted().signum() > 0);
            own.stream()
                    .filter(one -> one.noData() != null && (policy == NoData.BLOCK || nothing))
                    .forEach(one -> missing.add(
                            new Violation("", "evaluation.measure-missing", institution.code(), one.indicator())));
            scores.addAll(own);
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        return scores;
    }

    private static List<IndicatorScore> scores(
            IndicatorScheme by, UUID institution, Map<List<Object>, Measure> measures) {
        Map<String, BigDecimal> weights = by.content().weights();
        List<IndicatorScore> scores = new ArrayList<>();
        for (Indicator indicator : by.indicators()) {
            Measure measure = measures.get(List.of(institution, indicator.code()));
            BigDecimal weight = weights.getOrDefault(indicator.code(), BigDecimal.ZERO);
            scores.add(
                    measure == null
                            ? IndicatorScore.missing(
                                    institution, indicator, weight, by.content().noData())
                            : IndicatorScore.of(indicator, weight, measure));
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
