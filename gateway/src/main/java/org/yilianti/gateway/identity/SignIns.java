package org.yilianti.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Signs people in by name and password; slows guessing down, and either outcome leaves a row in the audit trail. */
class SignIns implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final FailedSignIns failures;
    private final SignInManagement outcomes;

    SignIns(DaoAuthenticationProvider passwords, FailedSignIns failures, SignInManagement outcomes) {
        this.passwords = passwords;
        this.failures = failures;
        this.outcomes = outcomes;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        if (!name.matches(Account.NAME)) {
            outcomes.refused("", "malformed-name");
            throw new BadCredentialsException("malformed name");
        }
        if (failures.locked(name)) {
            outcomes.refused(name, "locked");
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            outcomes.accepted(name);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            outcomes.wrong(name);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
