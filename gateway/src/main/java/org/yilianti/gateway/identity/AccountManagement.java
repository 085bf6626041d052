package org.yilianti.gateway.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.PageRequest;

/** Accounts as an administrator of the association sees and changes them; nobody changes the own standing. */
@Component
public class AccountManagement {

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountManagement(Accounts accounts, SignedIn signedIn, PasswordEncoder passwords, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person to be, with the first password. */
    public record Opening(
            String name, String displayName, @Nullable String staffNo, String password, List<Grant> grants) {

        @Override
        public String toString() {
            return "Opening[" + name + "]";
        }
    }

    /** Accounts of the caller's association by name. */
    @Transactional(readOnly = true)
    public List<Account> list(Caller caller, PageRequest page) {
        String after = page.after() == null ? "" : page.after().text(0);
        return accounts.list(caller.association(), after, page.fetchSize());
    }

    /** One of them; refuses (404) a name that the association does not know. */
    @Transactional(readOnly = true)
    public Account read(Caller caller, String name) {
        return accounts.find(name)
                .filter(found -> found.association().equals(caller.association()))
                .orElseThrow(() -> Refusal.notFound("account.unknown", name));
    }

    /** Opens an account for a person; refuses (409) a name that is taken. */
    @Transactional
    public Account open(Caller caller, Opening opening) {
        PasswordRules.check(opening.password(), "/password");
        Account account = Account.opened(
                opening.name(),
                Account.Kind.PERSON,
                caller.association(),
                opening.displayName(),
                opening.staffNo(),
                opening.grants());
        try {
            accounts.add(account, Objects.requireNonNull(passwords.encode(opening.password())));
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("account.exists", account.name());
        }
        record(caller, "account.opened", account, Map.of("grants", Grant.claims(account.grants())));
        return account;
    }

    /** Replaces all grants; they count with the next token, at most one token lifetime later. */
    @Transactional
    public Account grant(Caller caller, String name, ExpectedVersion expected, List<Grant> grants) {
        Account before = lock(caller, name);
        expected.check(before.version());
        Account after = before.withGrants(grants);
        accounts.replaceGrants(after);
        record(
                caller,
                "account.grants-changed",
                after,
                Map.of("before", Grant.claims(before.grants()), "after", Grant.claims(after.grants())));
        return after;
    }

    /** Ends every session and token of the account, until it is reopened. */
    @Transactional
    public Account close(Caller caller, String name, String reason) {
        Account account = lock(caller, name);
        if (account.closed()) {
            throw Refusal.conflict("account.closed", name);
        }
        Account closed = account.closed(true);
        accounts.close(closed, clock.instant());
        signedIn.endForGood(name);
        record(caller, "account.closed", closed, Map.of("reason", reason));
        return closed;
    }

    /** Lets the account sign in again, with the password and the grants it had. */
    @Transactional
    public Account reopen(Caller caller, String name, String reason) {
        Account account = lock(caller, name);
        if (!account.closed()) {
            throw Refusal.conflict("account.open", name);
        }
        Account open = account.closed(false);
        accounts.reopen(open);
        record(caller, "account.reopened", open, Map.of("reason", reason));
        return open;
    }

    /** The account for a change; refuses (403) the caller's own. */
    private Account lock(Caller caller, String name) {
        if (name.equals(caller.name())) {
            throw Refusal.forbidden("account.own");
        }
        return accounts.lock(name)
                .filter(found -> found.association().equals(caller.association()))
                .orElseThrow(() -> Refusal.notFound("account.unknown", name));
    }

    private void record(Caller caller, String action, Account account, Map<String, ?> detail) {
        audit.record(AuditRecord.of(caller, action, "account", account.name(), null, detail));
    }
}
