package org.yilianti.incentive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.money.Money;

class LedgerEntryTests {

    private static LedgerEntry entry(LedgerLine... lines) {
        return new LedgerEntry(
                UUID.randomUUID(),
                LedgerEntry.Kind.POOL_RECEIVED,
                UUID.randomUUID(),
                java.time.YearMonth.of(2026, 10),
                "text",
                "payroll",
                List.of(lines));
    }

    @Test
    void anEntryBalances() {
        LedgerEntry entry = entry(
                LedgerLine.debit(Account.CASH, Money.ofFen(3)),
                LedgerLine.credit(Account.payable("S1"), Money.ofFen(1)),
                LedgerLine.credit(Account.payable("S2"), Money.ofFen(2)));
        assertThat(entry.amount()).isEqualTo(Money.ofFen(3));
    }

    @Test
    void anEntryThatDoesNotBalanceCannotBeMade() {
        assertThatThrownBy(() -> entry(
                        LedgerLine.debit(Account.CASH, Money.ofFen(3)),
                        LedgerLine.credit(Account.payable("S1"), Money.ofFen(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.03")
                .hasMessageContaining("0.02");
    }

    @Test
    void anEntryOfNothingCannotBeMade() {
        assertThatThrownBy(LedgerEntryTests::entry).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLineHasExactlyOneSide() {
        assertThatThrownBy(() -> new LedgerLine(Account.CASH, Money.ofFen(1), Money.ofFen(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedgerLine.debit(Account.CASH, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LedgerLine.credit(Account.CASH, Money.ofFen(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
