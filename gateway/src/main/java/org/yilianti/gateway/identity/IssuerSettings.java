package org.yilianti.gateway.identity;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who issues the tokens.
 *
 * @param uri the gateway's public address, the issuer in its own tokens (PLATFORM_JWT_ISSUER)
 * @param externalUri an OpenID provider that issues instead; then the embedded one is off
 * @param clientId how the gateway is known to that provider
 * @param clientSecret its secret there; only for an external issuer
 * @param audience the audience that every access token must name
 * @param accessTokenTtl how long an access token lives
 * @param refreshTokenTtl how long somebody who does nothing but refresh stays signed in
 * @param keyAnnouncement how long a new signing key is published before it signs
 */
@Validated
@ConfigurationProperties("gateway.issuer")
record IssuerSettings(
        @NotBlank String uri,
        @Nullable String externalUri,
        @DefaultValue("gateway") String clientId,
        @Nullable String clientSecret,
        @DefaultValue("yilianti") String audience,
        @DefaultValue("5m") Duration accessTokenTtl,
        @DefaultValue("12h") Duration refreshTokenTtl,
        @DefaultValue("30s") Duration keyAnnouncement) {

    private static final Duration LEAST_ANNOUNCEMENT = Duration.ofSeconds(7);

    IssuerSettings {
        if (keyAnnouncement.compareTo(LEAST_ANNOUNCEMENT) < 0) {
            throw new IllegalArgumentException("gateway.issuer.key-announcement is " + keyAnnouncement
                    + ", must be at least 7s: replicas read the keys every 5 seconds");
        }
    }

    boolean external() {
        return externalUri != null && !externalUri.isBlank();
    }

    /** The issuer that tokens must name. */
    String effectiveUri() {
        return externalUri != null && !externalUri.isBlank() ? externalUri : uri;
    }

    /** Where the browser comes back to after signing in. */
    String redirectUri() {
        return uri + "/session/callback/gateway";
    }

    @Override
    public String toString() {
        return "IssuerSettings[uri=" + uri + ", externalUri=" + externalUri + "]";
    }
}
