package org.yilianti.incentive.fund;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.yilianti.platform.money.Money;

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
        String name,
        String source,
        Money amount,
        String createdBy,
        Instant createdAt) {}
