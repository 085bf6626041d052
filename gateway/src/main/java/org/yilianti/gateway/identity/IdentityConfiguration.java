package org.yilianti.gateway.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What both kinds of issuer need. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Issuer issuer(IssuerSettings settings) {
        return new Issuer(settings.uri(), !settings.external());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Tokens of a browser session live and die with that session, on whichever replica. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClientRepository() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** RFC 9068 in full: type, issuer, audience, expiry, and that the mandatory claims are there; and not cut off since. */
    @Bean
    OAuth2TokenValidator<Jwt> accessTokenValidator(IssuerSettings settings, TokenCutoffs cutoffs) {
        OAuth2TokenValidator<Jwt> genuine = JwtValidators.createAtJwtValidator()
                .issuer(settings.effectiveUri())
                .audience(settings.audience())
                .build();
        return new DelegatingOAuth2TokenValidator<>(genuine, cutoffs);
    }
}
