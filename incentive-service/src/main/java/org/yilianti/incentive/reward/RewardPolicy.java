package org.yilianti.incentive.reward;

import java.time.LocalDate;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * How long a case may be objected to and how much may be deducted (I10).
 *
 * @param daysToObject after the day of the notice; the last one counts whole
 * @param deductionPercent of what the newest settled run gave, at most
 */
record RewardPolicy(int daysToObject, int deductionPercent) {

    private static final int MOST_DAYS = 365;
    private static final int ALL = 100;

    /** Refuses (422) what is not 1 to 365 days and 0 to 100 percent. */
    RewardPolicy {
        if (daysToObject < 1 || daysToObject > MOST_DAYS || deductionPercent < 0 || deductionPercent > ALL) {
            throw Refusal.invalid("policy.rewards-unfit", daysToObject, deductionPercent, MOST_DAYS);
        }
    }

    static RewardPolicy standard() {
        return new RewardPolicy(7, 20);
    }

    LocalDate objectionsUntil(LocalDate noticed) {
        return noticed.plusDays(daysToObject);
    }

    /** The most that may be deducted where so much was given, rounded down. */
    Money mostDeducted(Money given) {
        return Money.ofFen(Math.multiplyExact(given.fen(), deductionPercent) / ALL);
    }
}
