package org.yilianti.incentive.payout;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;

/** Enters the accounts of people; a matter of the whole association. */
@Service
public class PayeeManagement {

    private final PayeeAccounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    PayeeManagement(PayeeAccounts accounts, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where somebody is paid from now on. */
    public record Details(String holder, String bank, String bankCode, String number) {}

    /**
     * Enters a person's first account (expected version 0) or another in its place.
     *
     * @throws Refusal 412 when the account was changed since it was read
     */
    @Transactional
    public PayeeAccount enter(Caller caller, String staffNo, ExpectedVersion expected, Details details) {
        caller.require("*", Role.PAYROLL_OFFICER);
        long before = accounts.find(caller.association(), staffNo)
                .map(PayeeAccount::version)
                .orElse(0L);
        expected.check(before);
        PayeeAccount account = new PayeeAccount(
                caller.association(),
                staffNo,
                before + 1,
                details.holder(),
                details.bank(),
                details.bankCode(),
                PayeeAccount.endOf(details.number()),
                caller.name(),
                clock.instant());
        if (before == 0) {
            accounts.insert(account, details.number());
        } else if (!accounts.replace(account, details.number())) {
            throw Refusal.stale(before, before + 1);
        }
        audit.record(AuditRecord.of(
                caller, "payee-account.entered", "payee-account", staffNo, null, Map.of("version", account.version())));
        return account;
    }
}
