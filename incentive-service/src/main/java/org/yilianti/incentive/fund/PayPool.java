package org.yilianti.incentive.fund;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Money given for the performance pay of a month.
 *
 * @param source where the money comes from, in words
 * @param amount above zero
 */
public record PayPool(
        PayPoolId id,
        UUID association,
        long version,
        YearMonth month,
        PayKind kind,
        String name,
        String source,
        Money amount,
        String createdBy,
        Instant createdAt) {

    /** Refuses (422) a month that no pool is for. */
    public static void requireMonth(YearMonth month) {
        if (month.getYear() < 2000 || month.getYear() > 2199) {
            throw Refusal.invalid("fund.month-invalid", month.toString()).at("/month");
        }
    }
}
