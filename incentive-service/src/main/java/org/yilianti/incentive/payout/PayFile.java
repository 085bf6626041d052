package org.yilianti.incentive.payout;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.payrun.PayRunId;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/**
 * Instructions to a bank; each verb guards its state (409) and gives the file's next version.
 *
 * @param month of its run
 * @param releasedBy another person than {@code preparedBy}; null until released
 */
public record PayFile(
        PayFileId id,
        UUID association,
        long version,
        PayRunId run,
        YearMonth month,
        PayFileStatus status,
        int lines,
        Money total,
        String preparedBy,
        Instant preparedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {

    /**
     * Handed over to the bank.
     *
     * @param accountsEnteredBy who entered the accounts it pays to
     * @throws Refusal 403 with the reason of the first {@link ReleaseRule} that does not allow it
     */
    PayFile released(String releaser, Set<String> accountsEnteredBy, Instant now) {
        require(PayFileStatus.PREPARED);
        ReleaseRule.check(this, releaser, accountsEnteredBy);
        return next(PayFileStatus.RELEASED, releaser, now);
    }

    /** Given up before its release. */
    PayFile discarded() {
        require(PayFileStatus.PREPARED);
        return next(PayFileStatus.DISCARDED, null, null);
    }

    /** Some of its lines came back. */
    PayFile withReturns() {
        requireReleased();
        return next(status, releasedBy, releasedAt);
    }

    /** Refuses (409) before the release. */
    public PayFile requireReleased() {
        require(PayFileStatus.RELEASED);
        return this;
    }

    private void require(PayFileStatus expected) {
        if (status != expected) {
            throw Refusal.conflict("payout.state", status.code(), expected.code());
        }
    }

    private PayFile next(PayFileStatus to, @Nullable String releaser, @Nullable Instant at) {
        return new PayFile(
                id, association, version + 1, run, month, to, lines, total, preparedBy, preparedAt, releaser, at);
    }
}
