package org.yilianti.incentive.ledger;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** Closes periods; nobody opens one again: what is found later is posted in the first open one. */
@Service
public class PeriodManagement {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LedgerPeriods periods;
    private final LedgerReport report;
    private final AuditTrail audit;
    private final Clock clock;

    PeriodManagement(LedgerPeriods periods, LedgerReport report, AuditTrail audit, Clock clock) {
        this.periods = periods;
        this.report = report;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes a month for good.
     *
     * @throws Refusal 409 when it is closed, is not over, or an earlier month with entries is open
     */
    @Transactional
    public LedgerPeriod close(Caller caller, YearMonth month) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        if (!month.isBefore(YearMonth.now(clock.withZone(ZONE)))) {
            throw Refusal.conflict("ledger.period-not-over", month.toString());
        }
        boolean open = periods.lock(caller.association(), month);
        boolean passed = periods.lastClosed(caller.association())
                .filter(last -> !last.isBefore(month))
                .isPresent();
        if (!open || passed) {
            throw Refusal.conflict("ledger.period-closed", month.toString());
        }
        periods.openBefore(caller.association(), month).ifPresent(earlier -> {
            throw Refusal.conflict("ledger.earlier-period-open", month.toString(), earlier.toString());
        });
        report.requireBalanced(caller.association(), month);
        periods.close(caller.association(), month, caller.name(), clock.instant());
        LedgerPeriod closed = periods.get(caller.association(), month);
        audit.record(AuditRecord.of(
                caller,
                "ledger-period.closed",
                "ledger-period",
                month.toString(),
                null,
                Map.of("entries", closed.entries(), "amountFen", closed.amountFen())));
        return closed;
    }
}
