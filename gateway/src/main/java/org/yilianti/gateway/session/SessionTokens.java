package org.yilianti.gateway.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;

/** The access tokens behind browser sessions, refreshed when they are about to expire. */
@Component
public class SessionTokens {

    private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);

    private final OAuth2AuthorizedClientManager clients;

    SessionTokens(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * A token good for one call of this session; to be called while the session's own request is handled.
     *
     * @throws Refusal 401 when the issuer no longer lets this person in, 503 when it cannot be asked
     */
    public String current(OAuth2AuthenticationToken session) {
        OAuth2AuthorizedClient client;
        try {
            client = clients.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(session.getAuthorizedClientRegistrationId())
                            .principal(session)
                            .build());
        } catch (OAuth2AuthorizationException failed) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(failed.getError().getErrorCode())) {
                throw ended();
            }
            log.warn("the issuer did not refresh a session's token", failed);
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "issuer.unavailable");
        }
        if (client == null) {
            throw ended();
        }
        return client.getAccessToken().getTokenValue();
    }

    private static Refusal ended() {
        return Refusal.of(HttpStatus.UNAUTHORIZED, "session.ended");
    }
}
