package org.yilianti.gateway.identity;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** An OpenID provider that the association runs already; it is asked for its metadata when the first caller comes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${gateway.issuer.external-uri:}'.isBlank()")
class ExternalIssuer {

    @Bean
    JwtDecoder jwtDecoder(IssuerSettings settings, OAuth2TokenValidator<Jwt> accessTokenValidator) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.effectiveUri())
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(accessTokenValidator);
            return decoder;
        });
    }

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(IssuerSettings settings) {
        String secret = Objects.requireNonNull(
                settings.clientSecret(), "gateway.issuer.client-secret must be set with gateway.issuer.external-uri");
        return new SupplierClientRegistrationRepository(() ->
                new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.effectiveUri())
                        .registrationId("gateway")
                        .clientId(settings.clientId())
                        .clientSecret(secret)
                        .redirectUri(settings.redirectUri())
                        .scope(OidcScopes.OPENID)
                        .userNameAttributeName("sub")
                        .build()));
    }
}
