package org.yilianti.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The three kinds of clients: machine, for people with a secret, for people without one. All use PKCE where codes are used. */
@Component
class ClientKinds {

    private final IssuerSettings settings;

    ClientKinds(IssuerSettings settings) {
        this.settings = settings;
    }

    RegisteredClient of(SeedSettings.Client client, @Nullable String encodedSecret) {
        RegisteredClient.Builder builder =
                RegisteredClient.withId(client.id()).clientId(client.id()).clientName(client.name());
        boolean confidential = encodedSecret != null;
        if (encodedSecret != null) {
            builder.clientSecret(encodedSecret)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        } else {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        if (client.redirectUris().isEmpty()) {
            if (!confidential) {
                throw new IllegalArgumentException(
                        "client '" + client.id() + "' has neither a secret nor a redirect URI");
            }
            return builder.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .clientSettings(clientSettings(true))
                    .tokenSettings(tokenSettings(false))
                    .build();
        }
        return forPeople(builder, client, confidential)
                .tokenSettings(tokenSettings(false))
                .build();
    }

    /** The gateway's own client, whose sessions may refresh at the same moment on several replicas: its token stays. */
    RegisteredClient ofGateway(String encodedSecret) {
        return RegisteredClient.withId(settings.clientId())
                .clientId(settings.clientId())
                .clientName("gateway")
                .clientSecret(encodedSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.redirectUri())
                .scope(OidcScopes.OPENID)
                .clientSettings(clientSettings(true))
                .tokenSettings(tokenSettings(true))
                .build();
    }

    private static RegisteredClient.Builder forPeople(
            RegisteredClient.Builder builder, SeedSettings.Client client, boolean confidential) {
        if (confidential) {
            builder.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN);
        }
        return builder.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .scope(OidcScopes.OPENID)
                .clientSettings(clientSettings(true));
    }

    private static ClientSettings clientSettings(boolean proofKey) {
        return ClientSettings.builder()
                .requireProofKey(proofKey)
                .requireAuthorizationConsent(false)
                .build();
    }

    private TokenSettings tokenSettings(boolean reuseRefreshTokens) {
        return TokenSettings.builder()
                .accessTokenTimeToLive(settings.accessTokenTtl())
                .refreshTokenTimeToLive(settings.refreshTokenTtl())
                .reuseRefreshTokens(reuseRefreshTokens)
                .build();
    }
}
