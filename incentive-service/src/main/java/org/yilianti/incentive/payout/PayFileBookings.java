package org.yilianti.incentive.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.ledger.Account;
import org.yilianti.incentive.ledger.LedgerEntry;
import org.yilianti.incentive.ledger.LedgerLine;
import org.yilianti.incentive.ledger.LedgerManagement;
import org.yilianti.platform.money.Money;

/** Books what comes back from a bank, and what is paid again. */
@Component
class PayFileBookings {

    private final LedgerManagement ledger;

    PayFileBookings(LedgerManagement ledger) {
        this.ledger = ledger;
    }

    /** Moves the lines' amounts between cash and what is owed to people; towards people when they come back. */
    void book(PayFile file, LedgerEntry.Kind kind, UUID source, List<PayFileLine> moved, String actor) {
        boolean owedAgain = kind == LedgerEntry.Kind.PAY_RETURNED;
        Money total = Money.sum(moved.stream().map(PayFileLine::amount).toList());
        List<LedgerLine> entry = new ArrayList<>();
        entry.add(LedgerLine.moved(Account.CASH, owedAgain ? total : total.negated()));
        moved.forEach(line -> entry.add(LedgerLine.moved(
                Account.payable(line.staffNo()), owedAgain ? line.amount().negated() : line.amount())));
        ledger.book(new LedgerEntry(
                file.association(), kind, source, file.month(), file.month().toString(), actor, entry));
    }
}
