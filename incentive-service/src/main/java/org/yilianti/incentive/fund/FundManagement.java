package org.yilianti.incentive.fund;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.incentive.ledger.Account;
import org.yilianti.incentive.ledger.LedgerEntry;
import org.yilianti.incentive.ledger.LedgerLine;
import org.yilianti.incentive.ledger.LedgerManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.money.Money;

/** Takes in pools; a matter of the whole association. */
@Service
public class FundManagement {

    private final PayPools pools;
    private final LedgerManagement ledger;
    private final AuditTrail audit;
    private final Clock clock;

    FundManagement(PayPools pools, LedgerManagement ledger, AuditTrail audit, Clock clock) {
        this.pools = pools;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes in money for a month and books its receipt. */
    @Transactional
    public PayPool receive(Caller caller, YearMonth month, PayKind kind, String name, String source, Money amount) {
        caller.require("*", Role.PAYROLL_OFFICER);
        return takeIn(caller, month, kind, name, source, amount);
    }

    /** As {@link #receive} within a decision of which the caller is the one who decides. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PayPool takeIn(Caller caller, YearMonth month, PayKind kind, String name, String source, Money amount) {
        PayPool.requireMonth(month);
        PayPool pool = new PayPool(
                PayPoolId.next(),
                caller.association(),
                1,
                month,
                kind,
                name,
                source,
                amount,
                caller.name(),
                clock.instant());
        pools.insert(pool);
        ledger.book(new LedgerEntry(
                pool.association(),
                LedgerEntry.Kind.POOL_RECEIVED,
                pool.id().value(),
                month,
                "%s %s".formatted(month, name.length() > 150 ? name.substring(0, 150) : name),
                caller.name(),
                List.of(
                        LedgerLine.debit(Account.CASH, amount),
                        LedgerLine.credit(Account.pool(pool.id().value()), amount))));
        audit.record(AuditRecord.of(
                caller,
                "pool.received",
                "pay-pool",
                pool.id().value(),
                null,
                Map.of("month", month.toString(), "kind", kind.code(), "amountFen", amount.fen(), "source", source)));
        return pool;
    }
}
