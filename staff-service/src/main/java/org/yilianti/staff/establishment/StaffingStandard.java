package org.yilianti.staff.establishment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.member.StaffCategory;

/**
 * One standard for the staff of an institution.
 *
 * @param code names the standard in reports
 * @param tiers institutions it holds for; empty for the association as a whole
 * @param measure how staff is measured
 * @param counted whose number is measured
 * @param against to whose number it is compared; null unless the measure is a ratio
 * @param required share, number per {@code measure}'s people, or ratio
 * @param bound whether more or fewer is asked for
 */
record StaffingStandard(
        String code,
        List<Tier> tiers,
        Measure measure,
        Group counted,
        @Nullable Group against,
        BigDecimal required,
        Bound bound) {

    /** How staff is measured. */
    enum Measure implements Coded {
        SHARE_OF_STAFF,
        PER_1000_PEOPLE,
        PER_10000_PEOPLE,
        RATIO;

        BigDecimal people() {
            return BigDecimal.valueOf(this == PER_1000_PEOPLE ? 1_000 : 10_000);
        }
    }

    /** Which way a standard binds. */
    enum Bound implements Coded {
        AT_LEAST,
        AT_MOST
    }

    /**
     * Some of the staff.
     *
     * @param categories empty for all
     * @param specialties empty for all
     */
    record Group(List<StaffCategory> categories, List<String> specialties) {

        Group {
            categories = List.copyOf(categories);
            specialties = List.copyOf(specialties);
        }

        static Group of(StaffCategory... categories) {
            return new Group(List.of(categories), List.of());
        }

        boolean contains(StaffCategory category, @Nullable String specialty) {
            return (categories.isEmpty() || categories.contains(category))
                    && (specialties.isEmpty() || (specialty != null && specialties.contains(specialty)));
        }
    }

    /** Refuses (422) a standard without a code, a negative requirement, and a ratio against nobody. */
    StaffingStandard {
        tiers = List.copyOf(tiers);
        if (code.isBlank() || required.signum() < 0 || (measure == Measure.RATIO) == (against == null)) {
            throw Refusal.invalid("policy.staffing-standard-unfit", code);
        }
        if (measure == Measure.SHARE_OF_STAFF && required.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.invalid("policy.staffing-share-unfit", code, required.toString());
        }
    }

    /** Holds for institutions of this tier; with null, for the association. */
    boolean holdsFor(@Nullable Tier tier) {
        return tier == null ? tiers.isEmpty() : tiers.contains(tier);
    }

    boolean metBy(BigDecimal actual) {
        return bound == Bound.AT_LEAST ? actual.compareTo(required) >= 0 : actual.compareTo(required) <= 0;
    }
}
