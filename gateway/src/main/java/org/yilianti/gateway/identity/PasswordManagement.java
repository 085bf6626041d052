package org.yilianti.gateway.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;

/** People change their own password; whoever holds only their token or session cannot, nor guess at will. */
@Component
public class PasswordManagement {

    private final Accounts accounts;
    private final FailedSignIns failures;
    private final SignedIn signedIn;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;

    PasswordManagement(
            Accounts accounts, FailedSignIns failures, SignedIn signedIn, PasswordEncoder passwords, AuditTrail audit) {
        this.accounts = accounts;
        this.failures = failures;
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Changes it and ends every session and token of the person, this one included; a wrong one counts as at sign-in. */
    @Transactional(noRollbackFor = Refusal.class)
    public void change(Caller caller, String present, String next) {
        String stored =
                accounts.password(caller.name()).orElseThrow(() -> Refusal.conflict("password.none", caller.name()));
        if (failures.locked(caller.name())) {
            throw Refusal.forbidden("password.locked");
        }
        if (!passwords.matches(present, stored)) {
            Instant locked = failures.count(caller.name());
            record(caller, "password.refused", locked == null ? Map.of() : Map.of("lockedUntil", locked));
            throw Refusal.invalid("password.wrong").at("/present");
        }
        PasswordRules.check(next, "/next");
        if (present.equals(next)) {
            throw Refusal.invalid("password.same").at("/next");
        }
        accounts.changePassword(caller.name(), Objects.requireNonNull(passwords.encode(next)));
        failures.forget(caller.name());
        signedIn.end(caller.name());
        record(caller, "password.changed", Map.of());
    }

    private void record(Caller caller, String action, Map<String, ?> detail) {
        audit.record(AuditRecord.of(caller, action, "account", caller.name(), null, detail));
    }
}
