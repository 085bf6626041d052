package org.yilianti.incentive.fund;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.platform.web.ExpectedVersion;

/** Takes in pools; a matter of the whole association and of two people. */
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

    /** Says that there is money for a month; nothing is booked before somebody else confirms it. */
    @Transactional
    public PayPool propose(Caller caller, YearMonth month, PayKind kind, String name, String source, Money amount) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayPool pool = PayPool.proposed(
                caller.association(), month, kind, name, source, amount, caller.name(), clock.instant());
        pools.insert(pool);
        record(caller, "pool.proposed", pool, "");
        return pool;
    }

    /** Confirms what somebody else proposed, as it was read if that is said, and books its receipt. */
    @Transactional
    public PayPool confirm(Caller caller, PayPoolId id, @Nullable ExpectedVersion expected) {
        PayPool pool = read(caller, id, expected).confirmed(caller.name(), clock.instant());
        pools.decide(pool);
        receive(caller, pool);
        return pool;
    }

    /** Rejects what somebody else proposed. */
    @Transactional
    public PayPool reject(Caller caller, PayPoolId id, @Nullable ExpectedVersion expected, String reason) {
        PayPool pool = read(caller, id, expected).rejected(caller.name(), clock.instant(), reason);
        pools.decide(pool);
        record(caller, "pool.rejected", pool, reason);
        return pool;
    }

    private PayPool read(Caller caller, PayPoolId id, @Nullable ExpectedVersion expected) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        PayPool pool = pools.lock(caller.association(), id);
        ExpectedVersion.checkIfSent(expected, pool.version());
        return pool;
    }

    /** Takes in a pool that the caller confirms within a decision of theirs about what {@code proposer} asked for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PayPool takeIn(
            Caller caller, String proposer, YearMonth month, PayKind kind, String name, String source, Money amount) {
        PayPool pool = PayPool.proposed(
                        caller.association(), month, kind, name, source, amount, proposer, clock.instant())
                .confirmed(caller.name(), clock.instant());
        pools.insert(pool);
        receive(caller, pool);
        return pool;
    }

    private void receive(Caller caller, PayPool pool) {
        String name = pool.name();
        ledger.book(new LedgerEntry(
                pool.association(),
                LedgerEntry.Kind.POOL_RECEIVED,
                pool.id().value(),
                pool.month(),
                "%s %s".formatted(pool.month(), name.length() > 150 ? name.substring(0, 150) : name),
                caller.name(),
                List.of(
                        LedgerLine.debit(Account.CASH, pool.amount()),
                        LedgerLine.credit(Account.pool(pool.id().value()), pool.amount()))));
        record(caller, "pool.received", pool, "");
    }

    private void record(Caller caller, String action, PayPool pool, String reason) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "pay-pool",
                pool.id().value(),
                null,
                Map.of(
                        "month",
                        pool.month().toString(),
                        "kind",
                        pool.kind().code(),
                        "amountFen",
                        pool.amount().fen(),
                        "source",
                        pool.source(),
                        "proposedBy",
                        pool.createdBy(),
                        "reason",
                        reason)));
    }
}
