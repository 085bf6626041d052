package org.yilianti.incentive.payout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;

/**
 * One instruction of a file.
 *
 * @param attempt 1 for the first time this person is sent money of the run; 0 in a discarded file
 * @param accountEnd the digits that may be shown
 * @param returnReason the bank's; null unless it came back
 */
public record PayFileLine(
        int number,
        UUID member,
        String staffNo,
        int attempt,
        String holder,
        String bank,
        String bankCode,
        String accountEnd,
        Money amount,
        @Nullable String returnReason) {

    /** Whether the bank sent it back. */
    public boolean wasReturned() {
        return returnReason != null;
    }
}
