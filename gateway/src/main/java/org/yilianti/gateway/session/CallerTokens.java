package org.yilianti.gateway.session;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.CallerSource;

/** What the issuer says of a caller, whether it came with a token or with a session cookie. */
@Component
public class CallerTokens implements CallerSource {

    private final SessionTokens sessions;
    private final JwtDecoder decoder;

    CallerTokens(SessionTokens sessions, JwtDecoder decoder) {
        this.sessions = sessions;
        this.decoder = decoder;
    }

    @Override
    public Caller current() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            throw new AccessDeniedException("nobody is signed in");
        }
        try {
            return Caller.of(of(caller));
        } catch (IllegalArgumentException foreign) {
            throw new AccessDeniedException("the token does not describe a caller of this platform", foreign);
        }
    }

    /** The caller's access token, checked; {@code caller} has passed the security chain. */
    public Jwt of(Authentication caller) {
        return switch (caller) {
            case JwtAuthenticationToken bearer -> bearer.getToken();
            case OAuth2AuthenticationToken session -> decoder.decode(sessions.current(session));
            default -> throw new IllegalStateException("no chain admits a " + caller.getClass());
        };
    }
}
