package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.util.List;
import org.yilianti.platform.problem.Refusal;

/**
 * How directors are selected and judged (R10).
 *
 * @param termYears of a term
 * @param noticeDays of public notice before a term begins, at least
 * @param excellentFrom score from which on a result is excellent
 * @param qualifiedFrom score from which on it is qualified
 * @param leadDays days before a term ends, or a yearly result is due, on which the office is told
 */
record TenureRules(
        int termYears, int noticeDays, BigDecimal excellentFrom, BigDecimal qualifiedFrom, List<Integer> leadDays) {

    /** Refuses (422) terms, notices and scores out of bounds. */
    TenureRules {
        leadDays = List.copyOf(leadDays);
        if (termYears < 1 || termYears > 10 || noticeDays < 1 || noticeDays > 90) {
            throw Refusal.invalid("policy.tenure-term-unfit", termYears, noticeDays);
        }
        if (qualifiedFrom.signum() <= 0
                || qualifiedFrom.compareTo(excellentFrom) > 0
                || excellentFrom.compareTo(new BigDecimal(100)) > 0) {
            throw Refusal.invalid("policy.tenure-score-unfit", qualifiedFrom, excellentFrom);
        }
        if (leadDays.isEmpty() || leadDays.stream().anyMatch(days -> days < 0 || days > 730)) {
            throw Refusal.invalid("policy.lead-days-unfit", 730);
        }
    }

    /** Three years, five days of notice, excellent from 90 and qualified from 60: as is usual for public institutions. */
    static TenureRules standard() {
        return new TenureRules(3, 5, new BigDecimal("90"), new BigDecimal("60"), List.of(180, 90, 30));
    }

    Grade grade(BigDecimal score) {
        if (score.compareTo(excellentFrom) >= 0) {
            return Grade.EXCELLENT;
        }
        return score.compareTo(qualifiedFrom) >= 0 ? Grade.QUALIFIED : Grade.UNQUALIFIED;
    }
}
