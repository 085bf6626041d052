package org.yilianti.incentive.payout.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payout.PayFile;
import org.yilianti.incentive.payout.PayFileLine;

/**
 * A pay file as callers see it.
 *
 * @param withoutAccount how many people of its run are owed and cannot be paid, since they have no account
 */
record PayFileAnswer(
        UUID id,
        long version,
        UUID runId,
        YearMonth month,
        String status,
        int lines,
        long totalFen,
        long withoutAccount,
        String preparedBy,
        Instant preparedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    static PayFileAnswer of(PayFile file, long withoutAccount) {
        return new PayFileAnswer(
                file.id().value(),
                file.version(),
                file.run().value(),
                file.month(),
                file.status().code(),
                file.lines(),
                file.total().fen(),
                withoutAccount,
                file.preparedBy(),
                file.preparedAt(),
                file.releasedBy(),
                file.releasedAt());
    }

    /** A line; the account is masked. */
    record PayFileLineAnswer(
            int line,
            String staffNo,
            int attempt,
            String holder,
            String bank,
            String bankCode,
            String account,
            long amountFen,
            boolean returned,
            @Nullable String returnReason) {

        static PayFileLineAnswer of(PayFileLine one) {
            return new PayFileLineAnswer(
                    one.number(),
                    one.staffNo(),
                    one.attempt(),
                    one.holder(),
                    one.bank(),
                    one.bankCode(),
                    "****" + one.accountEnd(),
                    one.amount().fen(),
                    one.wasReturned(),
                    one.returnReason());
        }
    }
}
