package org.yilianti.incentive.ledger.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.ledger.Account;
import org.yilianti.incentive.ledger.LedgerPeriod;
import org.yilianti.incentive.ledger.LedgerPeriods;
import org.yilianti.incentive.ledger.PeriodBalances;
import org.yilianti.incentive.ledger.PeriodBalances.PeriodBalance;
import org.yilianti.incentive.ledger.PeriodManagement;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** The months of the ledger: what each account held and moved, and their closing. */
@RestController
@RequestMapping("/v1/ledger/periods")
class PeriodController {

    private final LedgerPeriods periods;
    private final PeriodBalances balances;
    private final PeriodManagement management;

    PeriodController(LedgerPeriods periods, PeriodBalances balances, PeriodManagement management) {
        this.periods = periods;
        this.balances = balances;
        this.management = management;
    }

    @GetMapping
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    Page<LedgerPeriod> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                periods.list(caller.association(), page),
                page,
                one -> Cursor.of(one.month().toString()));
    }

    /** Asks for the closing of a month, which another person does. */
    @PostMapping("/{month}/closing-requests")
    @Requires(Role.PAYROLL_OFFICER)
    LedgerPeriod requestClosing(@PathVariable YearMonth month, Caller caller) {
        return management.requestClosing(caller, month);
    }

    /** Closes a month for good, as somebody else asked for: nothing is posted in it any more, and it is never opened again. */
    @PostMapping("/{month}/closings")
    @Requires(Role.PAYROLL_REVIEWER)
    LedgerPeriod close(@PathVariable YearMonth month, Caller caller) {
        return management.close(caller, month);
    }

    @GetMapping("/{month}/trial-balance")
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    PeriodTrialBalance trialBalance(@PathVariable YearMonth month, Caller caller) {
        requireWholeAssociation(caller);
        return PeriodTrialBalance.of(
                periods.get(caller.association(), month), balances.trial(caller.association(), month));
    }

    /** The accounts of a kind: cash, pool, institution, appropriation, allotted, or payable, which is one of each person. */
    @GetMapping("/{month}/balances")
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    Page<PeriodBalance> balances(
            @PathVariable YearMonth month, @RequestParam String kind, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                balances.ofKind(caller.association(), month, kind(kind), page),
                page,
                one -> Cursor.of(one.account().substring(one.account().indexOf(':') + 1)));
    }

    private static Account.Kind kind(String name) {
        return Arrays.stream(Account.Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("ledger.account-kind-unknown", name));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER);
    }

    /** All accounts of a period and their sums: debits equal credits, and balances sum to nothing. */
    record PeriodTrialBalance(
            YearMonth month, String status, List<PeriodBalance> items, long debitFen, long creditFen, long closingFen) {

        static PeriodTrialBalance of(LedgerPeriod period, List<PeriodBalance> items) {
            return new PeriodTrialBalance(
                    period.month(),
                    period.status(),
                    items,
                    items.stream().mapToLong(PeriodBalance::debitFen).sum(),
                    items.stream().mapToLong(PeriodBalance::creditFen).sum(),
                    items.stream().mapToLong(PeriodBalance::closingFen).sum());
        }
    }
}
