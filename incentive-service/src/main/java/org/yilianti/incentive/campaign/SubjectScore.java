package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What came of a subject.
 *
 * @param score 0 to 100: Σ weight × score ÷ Σ weight of what counts; six decimals, half to even
 */
public record SubjectScore(String subject, BigDecimal score, List<Part> parts) {

    public SubjectScore {
        parts = List.copyOf(parts);
    }

    /** From parts of which at least one has a weight that counts. */
    static SubjectScore of(String subject, List<Part> parts) {
        BigDecimal weighted = parts.stream().map(Part::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal counted = parts.stream().map(Part::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SubjectScore(subject, weighted.divide(counted, Spread.DECIMALS, RoundingMode.HALF_EVEN), parts);
    }

    /** The same with one component set right; the others stay as they were. */
    SubjectScore corrected(ComponentKind kind, BigDecimal right) {
        return of(
                subject,
                parts.stream()
                        .map(one -> one.kind() == kind ? one.corrected(right) : one)
                        .toList());
    }
}
