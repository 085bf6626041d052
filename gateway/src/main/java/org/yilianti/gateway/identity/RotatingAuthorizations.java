package org.yilianti.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Authorizations in the database; when a refresh token comes back that was exchanged before, its authorization ends. */
class RotatingAuthorizations implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;
    private final SpentRefreshTokens spent;
    private final SignInManagement outcomes;

    RotatingAuthorizations(OAuth2AuthorizationService stored, SpentRefreshTokens spent, SignInManagement outcomes) {
        this.stored = stored;
        this.spent = spent;
        this.outcomes = outcomes;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2RefreshToken next = refreshToken(authorization);
        OAuth2RefreshToken previous = next == null ? null : refreshToken(stored.findById(authorization.getId()));
        stored.save(authorization);
        if (next != null && previous != null && !previous.getTokenValue().equals(next.getTokenValue())) {
            spent.add(previous, authorization.getId());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface takes null for 'any kind', and so does what is delegated to
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        OAuth2Authorization found = stored.findByToken(token, type);
        if (found == null && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            spent.authorizationOf(token).ifPresent(this::revoke);
        }
        return found;
    }

    private void revoke(String id) {
        OAuth2Authorization authorization = stored.findById(id);
        if (authorization != null) {
            stored.remove(authorization);
            outcomes.refreshTokenReused(authorization.getPrincipalName());
        }
    }

    private static @Nullable OAuth2RefreshToken refreshToken(@Nullable OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2RefreshToken> token =
                authorization == null ? null : authorization.getRefreshToken();
        return token == null ? null : token.getToken();
    }
}
