package org.yilianti.gateway.identity;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.gateway.problem.Refusal;

/** Changes of accounts by an administrator; each leaves a line in the log that names who did what, never a password. */
@Component
public class AccountManagement {

    private static final Logger log = LoggerFactory.getLogger(AccountManagement.class);

    private final Accounts accounts;
    private final PasswordEncoder passwords;

    AccountManagement(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Up to {@code limit} accounts of the association by name, those after {@code after}. */
    @Transactional(readOnly = true)
    public List<Account> list(UUID association, String after, int limit) {
        return accounts.list(association, after, limit);
    }

    /**
     * Opens an account for a person.
     *
     * @throws Refusal 409 when the name is taken
     */
    @Transactional
    public Account open(
            UUID association,
            String name,
            String displayName,
            @Nullable String staffNo,
            String password,
            List<Grant> grants,
            String by) {
        Account account = new Account(name, Account.Kind.PERSON, association, displayName, staffNo, grants);
        try {
            accounts.add(account, Objects.requireNonNull(passwords.encode(password)));
        } catch (DuplicateKeyException taken) {
            throw new Refusal(HttpStatus.CONFLICT, "account.exists", name);
        }
        note("account-opened", account, by);
        return account;
    }

    /**
     * Replaces all grants; they count with the next token, at most one token lifetime later.
     *
     * @throws Refusal 404 when the association has no such account
     */
    @Transactional
    public Account grant(UUID association, String name, List<Grant> grants, String by) {
        Account account = accounts.lock(name)
                .filter(found -> found.association().equals(association))
                .map(found -> found.withGrants(grants))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "account.unknown", name));
        accounts.replaceGrants(account);
        note("grants-changed", account, by);
        return account;
    }

    private static void note(String event, Account account, String by) {
        log.atInfo()
                .addKeyValue("event", event)
                .addKeyValue("account", account.name())
                .addKeyValue("by", by)
                .addKeyValue("grants", account.grants())
                .log("{}: {} now has {}, by {}", event, account.name(), account.grants(), by);
    }
}
