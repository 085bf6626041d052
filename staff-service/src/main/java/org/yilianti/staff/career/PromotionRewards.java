package org.yilianti.staff.career;

import java.util.Set;
import org.yilianti.platform.problem.Refusal;

/**
 * How rewards and punishments (R10, I10) bear on a promotion (R9); months 0 for not at all.
 *
 * @param warningMonths how long after a warning nobody climbs
 * @param deferralMonths how long after a deferral nobody climbs
 * @param commendationMonths how long a commendation or preference counts
 * @param yearsLess years fewer in the present title while one counts, however many there are
 */
record PromotionRewards(int warningMonths, int deferralMonths, int commendationMonths, int yearsLess) {

    static final String WARNING = "warning";
    static final String DEFERRAL = "deferral";
    static final Set<String> IN_FAVOUR = Set.of("commendation", "preference");

    private static final int MOST_MONTHS = 240;
    private static final int MOST_YEARS = 10;

    PromotionRewards {
        int most = Math.max(warningMonths, Math.max(deferralMonths, commendationMonths));
        int least = Math.min(warningMonths, Math.min(deferralMonths, commendationMonths));
        if (least < 0 || most > MOST_MONTHS || yearsLess < 0 || yearsLess > MOST_YEARS) {
            throw Refusal.invalid("policy.promotion-rewards-unfit", MOST_MONTHS, MOST_YEARS);
        }
    }

    /**
     * Six months after a warning nobody is placed higher (provisions on sanctions against staff of public institutions,
     * 事业单位工作人员处分规定, 2023; G); the rest is common practice (G).
     */
    static PromotionRewards standard() {
        return new PromotionRewards(6, 12, 36, 1);
    }
}
