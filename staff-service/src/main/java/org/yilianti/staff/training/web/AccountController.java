package org.yilianti.staff.training.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.CreditAccount;
import org.yilianti.staff.training.CreditAccounts;
import org.yilianti.staff.training.CreditAccounts.Compliance;

/** Who lacks how many credits, and how institutions meet the need. */
@RestController
class AccountController {

    private final CreditAccounts accounts;
    private final AssociationCalendar calendar;

    AccountController(CreditAccounts accounts, AssociationCalendar calendar) {
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** What everybody has earned in a year and lacks, by staff number; this year unless named. */
    @GetMapping("/v1/training-accounts")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR, Role.STAFF})
    Page<CreditAccount> accounts(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false, defaultValue = "false") boolean lacking) {
        SortOrder order = SortOrder.of(null, Map.of("staffNo", "m.staff_no"), "staffNo", "m.id");
        var rows = accounts.list(caller.association(), sight(caller), year(year), institution, lacking, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.staffNo(), row.member()));
    }

    /** How many meet the need of a year, by institution and for the association; this year unless named. */
    @GetMapping("/v1/training-reports")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    Page<Compliance> report(Caller caller, @RequestParam(required = false) @Nullable Integer year) {
        var scope = caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR);
        return new Page<>(accounts.compliance(caller.association(), scope, year(year)), null);
    }

    private int year(@Nullable Integer asked) {
        int present = calendar.today().getYear();
        if (asked != null && (asked < 2000 || asked > present)) {
            throw Refusal.malformed("training.year", 2000, present);
        }
        return asked == null ? present : asked;
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller, calendar.today());
    }
}
