package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/**
 * What a person did at an institution in the month.
 *
 * @param staffNo unique in the run
 * @param weightedMinutes sum of minutes × weight over the records: the standard workload in minutes
 * @param quality factor, 1 is what is expected
 * @param coefficient of the post
 * @param fixed post salary and allowances, which do not hang on points
 */
record Work(
        String staffNo,
        UUID member,
        UUID institution,
        BigDecimal weightedMinutes,
        BigDecimal quality,
        BigDecimal coefficient,
        Money fixed) {

    /** Work that earns by its points alone. */
    Work(
            String staffNo,
            UUID member,
            UUID institution,
            BigDecimal weightedMinutes,
            BigDecimal quality,
            BigDecimal coefficient) {
        this(staffNo, member, institution, weightedMinutes, quality, coefficient, Money.ZERO);
    }

    /** Nothing at all. */
    static Work none(String staffNo, UUID member, UUID institution) {
        return new Work(staffNo, member, institution, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
    }

    Work withQuality(BigDecimal other) {
        return new Work(staffNo, member, institution, weightedMinutes, other, coefficient, fixed);
    }

    Work withFixed(Money other) {
        return new Work(staffNo, member, institution, weightedMinutes, quality, coefficient, other);
    }

    /** The same person's work at the same institution together with more of it. */
    Work plus(Work more) {
        return new Work(
                staffNo,
                member,
                institution,
                weightedMinutes.add(more.weightedMinutes),
                quality,
                coefficient,
                fixed.plus(more.fixed));
    }

    /** Standard workload × quality × post coefficient, in minutes; a point is sixty of them. Exact. */
    BigDecimal pointMinutes() {
        return weightedMinutes.multiply(quality).multiply(coefficient);
    }
}
