package org.yilianti.incentive.payout;

import org.jspecify.annotations.Nullable;

/**
 * A row of a bank's return file, as it was written.
 *
 * @param row its number in the file, where 1 names the columns
 * @param amountFen null when the file has no amounts, or none there; -1 for one that cannot be read
 * @param account null when the file has no accounts, or none there
 */
public record ReturnedRow(
        int row,
        String line,
        String reason,
        @Nullable Long amountFen,
        @Nullable String account) {}
