package org.yilianti.gateway.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Signs people in by name and password; slows guessing down and leaves a line in the log for either outcome. */
class SignIns implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(SignIns.class);

    private final DaoAuthenticationProvider passwords;
    private final FailedSignIns failures;

    SignIns(DaoAuthenticationProvider passwords, FailedSignIns failures) {
        this.passwords = passwords;
        this.failures = failures;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String name = attempt.getName();
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            note("refused", "(malformed name)");
            throw new BadCredentialsException("malformed name");
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (failures.locked(key)) {
            note("locked", name);
            throw new LockedException("too many wrong passwords");
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            failures.forget(key);
            note("accepted", name);
            return signedIn;
        } catch (BadCredentialsException wrong) {
            failures.count(key);
            note("refused", name);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static void note(String outcome, String name) {
        log.atInfo()
                .addKeyValue("event", "sign-in")
                .addKeyValue("outcome", outcome)
                .addKeyValue("account", name)
                .log("sign-in {}: {}", outcome, name);
    }
}
