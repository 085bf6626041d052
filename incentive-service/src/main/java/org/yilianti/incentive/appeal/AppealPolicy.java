package org.yilianti.incentive.appeal;

import java.time.LocalDate;
import org.yilianti.platform.problem.Refusal;

/**
 * How long people may appeal and how soon they are answered (I8).
 *
 * @param daysToLodge after the day of the notice; the last one counts whole
 * @param daysToDecide after the day it was lodged
 */
record AppealPolicy(int daysToLodge, int daysToDecide) {

    private static final int MOST = 365;

    /** Refuses (422) what is not 1 to 365 days. */
    AppealPolicy {
        if (daysToLodge < 1 || daysToLodge > MOST || daysToDecide < 1 || daysToDecide > MOST) {
            throw Refusal.invalid("policy.appeal-days-unfit", daysToLodge, daysToDecide, MOST);
        }
    }

    static AppealPolicy standard() {
        return new AppealPolicy(15, 20);
    }

    LocalDate lastDay(LocalDate noticed) {
        return noticed.plusDays(daysToLodge);
    }

    LocalDate due(LocalDate lodged) {
        return lodged.plusDays(daysToDecide);
    }
}
