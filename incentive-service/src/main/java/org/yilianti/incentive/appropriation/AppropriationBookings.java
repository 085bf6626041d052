package org.yilianti.incentive.appropriation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.ledger.Account;
import org.yilianti.incentive.ledger.LedgerEntry;
import org.yilianti.incentive.ledger.LedgerLine;
import org.yilianti.incentive.ledger.LedgerManagement;
import org.yilianti.platform.money.Money;

/** Books what becomes of an appropriation; a step that moves no fen has no entry. */
@Component
class AppropriationBookings {

    private static final int LONGEST = 150;

    private final LedgerManagement ledger;

    AppropriationBookings(LedgerManagement ledger) {
        this.ledger = ledger;
    }

    void received(Appropriation one, String actor) {
        book(
                one,
                LedgerEntry.Kind.APPROPRIATION_RECEIVED,
                one.id(),
                actor,
                List.of(
                        LedgerLine.debit(Account.CASH, one.amount()),
                        LedgerLine.credit(Account.appropriation(one.id()), one.amount())));
    }

    /** Moves the allotment to its institutions and pays the advance. */
    void approved(Appropriation of, Allotment one, String actor) {
        List<LedgerLine> allotted = new ArrayList<>();
        allotted.add(LedgerLine.debit(Account.appropriation(of.id()), one.amount()));
        one.shares().stream()
                .filter(share -> !share.amount().isZero())
                .forEach(share -> allotted.add(LedgerLine.credit(Account.allotted(share.code()), share.amount())));
        book(of, LedgerEntry.Kind.APPROPRIATION_ALLOTTED, one.id(), actor, allotted);

        List<LedgerLine> advanced = debits(one, AllotmentShare::advance);
        addCredit(advanced, Account.CASH, one.advance());
        book(of, LedgerEntry.Kind.ALLOTMENT_ADVANCED, one.id(), actor, advanced);
    }

    /** Pays what is earned of what was held back, and gives the rest back to the appropriation. */
    void settled(Appropriation of, Allotment one, String actor) {
        List<LedgerLine> settled = debits(one, share -> share.earned().plus(share.withheld()));
        addCredit(settled, Account.CASH, one.earned());
        addCredit(settled, Account.appropriation(of.id()), one.withheld());
        book(of, LedgerEntry.Kind.ALLOTMENT_SETTLED, one.id(), actor, settled);
    }

    private static List<LedgerLine> debits(Allotment one, Function<AllotmentShare, Money> part) {
        return new ArrayList<>(one.shares().stream()
                .filter(share -> !part.apply(share).isZero())
                .map(share -> LedgerLine.debit(Account.allotted(share.code()), part.apply(share)))
                .toList());
    }

    private static void addCredit(List<LedgerLine> lines, Account account, Money amount) {
        if (!amount.isZero()) {
            lines.add(LedgerLine.credit(account, amount));
        }
    }

    private void book(Appropriation of, LedgerEntry.Kind kind, UUID source, String actor, List<LedgerLine> lines) {
        if (!lines.isEmpty()) {
            String name = of.name();
            ledger.book(new LedgerEntry(
                    of.association(),
                    kind,
                    source,
                    of.month(),
                    "%s %s".formatted(of.month(), name.length() > LONGEST ? name.substring(0, LONGEST) : name),
                    actor,
                    lines));
        }
    }
}
