package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.NoData;

/**
 * What a component says of a subject, and why.
 *
 * @param score 0 to 100, six decimals; null when it does not count
 * @param given scores or answers it rests on
 * @param dropped of them, as extremes
 * @param spread of all scores given; null of a survey, or without any
 * @param interval of a survey that has one
 * @param missing what becomes of a component that does not count: zero or exclude; null of one that does
 */
public record Part(
        ComponentKind kind,
        BigDecimal weight,
        @Nullable BigDecimal score,
        int given,
        int dropped,
        @Nullable Spread spread,
        @Nullable Interval interval,
        PartReason reason,
        @Nullable NoData missing) {

    /** Where a survey's score lies with 95 % confidence, 0 to 100. */
    public record Interval(BigDecimal low, BigDecimal high) {}

    /** What it adds to Σ weight × score. */
    BigDecimal weighted() {
        return score == null ? BigDecimal.ZERO : weight.multiply(score);
    }

    /** Its part of Σ weight. */
    BigDecimal counted() {
        return missing == NoData.EXCLUDE ? BigDecimal.ZERO : weight;
    }

    /** Set right after an objection. */
    Part corrected(BigDecimal right) {
        return new Part(
                kind, weight, Spread.rounded(right), given, dropped, spread, interval, PartReason.CORRECTED, null);
    }
}
