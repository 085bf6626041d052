package org.yilianti.incentive.payout;

import java.time.Instant;
import java.util.UUID;
import org.yilianti.platform.personal.Masked;

/**
 * The bank account on which a person is paid.
 *
 * @param bankCode as the bank's file wants it, such as the twelve digits of its clearing number
 * @param end the last digits of the account, which may be shown
 */
public record PayeeAccount(
        UUID association,
        String staffNo,
        long version,
        String holder,
        String bank,
        String bankCode,
        String end,
        String enteredBy,
        Instant enteredAt) {

    /** How many digits may be shown. */
    static final int SHOWN = 4;

    /** The number as it may be shown. */
    public String masked() {
        return Masked.allBut(SHOWN, "****" + end);
    }

    static String endOf(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN));
    }
}
