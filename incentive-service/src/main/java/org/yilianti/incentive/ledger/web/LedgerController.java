package org.yilianti.incentive.ledger.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.ledger.LedgerReport;
import org.yilianti.incentive.ledger.LedgerReport.AccountBalance;
import org.yilianti.incentive.ledger.LedgerReport.BookedEntry;
import org.yilianti.incentive.ledger.LedgerReport.BookedLine;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Shows the ledger to those who answer for the money of the whole association. */
@RestController
@RequestMapping("/v1/ledger")
class LedgerController {

    private final LedgerReport report;

    LedgerController(LedgerReport report) {
        this.report = report;
    }

    @GetMapping("/trial-balance")
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    TrialBalance trialBalance(Caller caller) {
        requireWholeAssociation(caller);
        return TrialBalance.of(report.trialBalance(caller.association()));
    }

    @GetMapping("/entries")
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    Page<BookedEntry> entries(@RequestParam(required = false) @Nullable UUID run, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(report.entries(caller.association(), run, page), page, one -> Cursor.of(one.id()));
    }

    @GetMapping("/entries/{id}/lines")
    @Requires({Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER})
    Page<BookedLine> lines(@PathVariable UUID id, PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        List<BookedLine> lines = report.lines(caller.association(), id, page)
                .orElseThrow(() -> Refusal.notFound("ledger.entry-not-found", id));
        return Page.of(lines, page, one -> Cursor.of(one.position()));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.AUDITOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER);
    }

    /** All accounts and their sums, which are equal. */
    record TrialBalance(List<AccountBalance> items, long debitFen, long creditFen) {

        static TrialBalance of(List<AccountBalance> items) {
            return new TrialBalance(
                    items,
                    items.stream().mapToLong(AccountBalance::debitFen).sum(),
                    items.stream().mapToLong(AccountBalance::creditFen).sum());
        }
    }
}
