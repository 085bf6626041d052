package org.yilianti.gateway.identity;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What a token says: RFC 9068 access tokens with name, association, grants and staff number, read afresh whenever one is
 * issued, so that a changed grant counts after the lifetime of an access token at the latest; and of people when they signed in,
 * which refreshing does not change.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final IssuerSettings settings;

    TokenClaims(Accounts accounts, IssuerSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        Account account = Optional.ofNullable(principal)
                .flatMap(holder -> accounts.find(holder.getName()))
                .filter(found -> !found.closed())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getClaims().claim("name", account.displayName());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            describe(account, context);
        }
    }

    private void describe(Account account, JwtEncodingContext context) {
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(new ArrayList<>(List.of(settings.audience())))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("association", account.association().toString())
                .claim("grants", Grant.claims(account.grants()))
                .claims(claims -> {
                    claims.remove(JwtClaimNames.NBF);
                    claims.remove("scope");
                });
        // A date, as in id tokens: the store of authorizations reads back no other type of a time.
        SignInTime.of(context.getPrincipal())
                .ifPresent(time -> context.getClaims().claim("auth_time", Date.from(time)));
        String staffNo = account.staffNo();
        if (staffNo != null) {
            context.getClaims().claim("staff_no", staffNo);
        }
    }
}
