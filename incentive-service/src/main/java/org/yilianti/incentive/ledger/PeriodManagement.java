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

/** Closes periods, which takes two people; nobody opens one again: what is found later is posted in the first open one. */
@Service
public class PeriodManagement {

    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
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
     * Asks for the closing of a month; of several requests the last one counts.
     *
     * @throws Refusal 409 when it is closed, is not over, or does not balance
     */
    @Transactional
    public LedgerPeriod requestClosing(Caller caller, YearMonth month) {
        caller.require("*", Role.PAYROLL_OFFICER);
        lockOpen(caller, month);
        report.requireBalanced(caller.association(), month);
        periods.requestClosing(caller.association(), month, caller.name(), clock.instant());
        return recorded(caller, "ledger-period.closing-requested", month);
    }

    /**
     * Closes a month for good, as somebody else asked for.
     *
     * @throws Refusal 409 when it is closed, is not over, nobody asked for it, or an earlier month with entries is open; 403 to who asked
     */
    @Transactional
    public LedgerPeriod close(Caller caller, YearMonth month) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        lockOpen(caller, month);
        requireSecondPerson(caller, month);
        periods.openBefore(caller.association(), month).ifPresent(earlier -> {
            throw Refusal.conflict("ledger.earlier-period-open", month.toString(), earlier.toString());
        });
        report.requireBalanced(caller.association(), month);
        periods.close(caller.association(), month, caller.name(), clock.instant());
        return recorded(caller, "ledger-period.closed", month);
    }

    private void requireSecondPerson(Caller caller, YearMonth month) {
        String requester = periods.get(caller.association(), month).requestedBy();
        if (requester == null) {
            throw Refusal.conflict("ledger.closing-not-requested", month.toString());
        }
        if (requester.equals(caller.name())) {
            throw Refusal.forbidden("ledger.closing-same-person", requester);
        }
    }

    private void lockOpen(Caller caller, YearMonth month) {
        if (month.isBefore(EARLIEST)) {
            throw Refusal.invalid("ledger.month-invalid", month.toString(), EARLIEST.toString());
        }
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
    }

    private LedgerPeriod recorded(Caller caller, String action, YearMonth month) {
        LedgerPeriod period = periods.get(caller.association(), month);
        audit.record(AuditRecord.of(
                caller,
                action,
                "ledger-period",
                month.toString(),
                null,
                Map.of("entries", period.entries(), "amountFen", period.amountFen())));
        return period;
    }
}
