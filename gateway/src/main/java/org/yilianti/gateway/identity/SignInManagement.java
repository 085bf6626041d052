package org.yilianti.gateway.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;

/**
 * What came of attempts to sign in: counted and told in one transaction.
 *
 * <p>A name that belongs to no account is not written down: it may be a password that was typed into the wrong field, and the
 * trail forgets nothing.
 */
@Component
class SignInManagement {

    private static final String UNKNOWN = "(unknown)";

    private final Accounts accounts;
    private final FailedSignIns failures;
    private final AuditTrail audit;
    private final SeedSettings settings;

    SignInManagement(Accounts accounts, FailedSignIns failures, AuditTrail audit, SeedSettings settings) {
        this.accounts = accounts;
        this.failures = failures;
        this.audit = audit;
        this.settings = settings;
    }

    @Transactional
    public void accepted(String name) {
        failures.forget(name);
        record(name, accounts.find(name), "sign-in.accepted", Map.of());
    }

    /** A wrong password; the one that makes the measure full locks the name. */
    @Transactional
    public void wrong(String name) {
        Optional<Account> account = accounts.find(name);
        Instant lockedUntil = failures.count(name);
        boolean closed = account.map(Account::closed).orElse(false);
        refused(account, closed ? "account-closed" : "wrong-password");
        if (lockedUntil != null) {
            record("system:sign-in", account, "sign-in.locked", Map.of("until", lockedUntil));
        }
    }

    /** An attempt that was not even tried. */
    @Transactional
    public void refused(String name, String reason) {
        refused(accounts.find(name), reason);
    }

    /** An exchanged refresh token came back, so whoever holds its successor may be a thief; its authorization is revoked. */
    @Transactional
    public void refreshTokenReused(String name) {
        record("system:issuer", accounts.find(name), "refresh-token.reused", Map.of());
    }

    private void refused(Optional<Account> account, String reason) {
        record("system:sign-in", account, "sign-in.refused", Map.of("reason", reason));
    }

    private void record(String actor, Optional<Account> account, String action, Map<String, ?> detail) {
        audit.record(new AuditRecord(
                account.map(Account::association).orElse(settings.association()),
                actor,
                action,
                "account",
                account.map(Account::name).orElse(UNKNOWN),
                null,
                detail));
    }
}
