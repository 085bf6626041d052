package org.yilianti.incentive.ledger;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of the ledger.
 *
 * @param status open or closed
 * @param requestedBy who last asked for its closing
 * @param closedBy never who asked for it
 * @param amountFen sum of the debits, which is the sum of the credits
 */
public record LedgerPeriod(
        YearMonth month,
        String status,
        long entries,
        long amountFen,
        @Nullable String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    static LedgerPeriod untouched(YearMonth month) {
        return new LedgerPeriod(month, "open", 0, 0, null, null, null, null);
    }
}
