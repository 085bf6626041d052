package org.yilianti.incentive.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yilianti.platform.money.Money;

/**
 * One booking; cannot be made (IllegalArgumentException) unless debits equal credits and there are some.
 *
 * @param source the pool, run, pay file, return, appropriation or allotment that it books, once per kind
 * @param month that it is about; it is posted in another one when that is closed
 * @param bookedBy account or cause
 */
public record LedgerEntry(
        UUID association,
        Kind kind,
        UUID source,
        YearMonth month,
        String text,
        String bookedBy,
        List<LedgerLine> lines) {

    /** What an entry books. */
    public enum Kind {
        /** Money came in for a pool. */
        POOL_RECEIVED,
        /** A final run gave the pool to institutions. */
        POOL_ALLOCATED,
        /** A final run gave the institutions' shares to people. */
        PAY_GRANTED,
        /** People were paid. */
        PAY_RELEASED,
        /** A bank sent money back; it is owed again. */
        PAY_RETURNED,
        /** People whose money came back were paid again. */
        PAY_REPAID,
        /** Money of an appropriation came in. */
        APPROPRIATION_RECEIVED,
        /** An approved allotment gave it to institutions. */
        APPROPRIATION_ALLOTTED,
        /** Institutions were paid an advance. */
        ALLOTMENT_ADVANCED,
        /** Institutions were paid what they earned of the rest, and what they did not earn went back. */
        ALLOTMENT_SETTLED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LedgerEntry {
        lines = List.copyOf(lines);
        Money debits = Money.sum(lines.stream().map(LedgerLine::debit).toList());
        Money credits = Money.sum(lines.stream().map(LedgerLine::credit).toList());
        if (!debits.equals(credits) || debits.isZero()) {
            throw new IllegalArgumentException(
                    "an entry must balance: " + kind + " has debits " + debits + " and credits " + credits);
        }
    }

    /** The sum of the debits. */
    Money amount() {
        return Money.sum(lines.stream().map(LedgerLine::debit).toList());
    }
}
