package org.yilianti.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens are trusted.
 *
 * @param issuer exact value of the {@code iss} claim
 * @param jwkSetUri where the issuer publishes its signing keys; read lazily and cached
 * @param audience value that {@code aud} must contain
 */
@ConfigurationProperties("platform.jwt")
record JwtSettings(
        String issuer,
        String jwkSetUri,
        @DefaultValue("yilianti") String audience) {}
