package org.yilianti.incentive.ledger;

import org.yilianti.platform.money.Money;

/** One side of an entry: exactly one of debit and credit is above zero, else it cannot be made (IllegalArgumentException). */
public record LedgerLine(Account account, Money debit, Money credit) {

    public LedgerLine {
        if (debit.isNegative() || credit.isNegative() || debit.isZero() == credit.isZero()) {
            throw new IllegalArgumentException(
                    "a line has either a debit or a credit: " + account + " " + debit + " " + credit);
        }
    }

    public static LedgerLine debit(Account account, Money amount) {
        return new LedgerLine(account, amount, Money.ZERO);
    }

    public static LedgerLine credit(Account account, Money amount) {
        return new LedgerLine(account, Money.ZERO, amount);
    }

    /** A debit of an amount above zero, a credit of one below. */
    public static LedgerLine moved(Account account, Money amount) {
        return amount.isNegative() ? credit(account, amount.negated()) : debit(account, amount);
    }
}
