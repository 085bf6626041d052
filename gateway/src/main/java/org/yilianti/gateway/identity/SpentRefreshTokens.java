package org.yilianti.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Remembers, as hashes, refresh tokens that were exchanged, until they would have expired anyway. */
class SpentRefreshTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentRefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(OAuth2RefreshToken token, String authorizationId) {
        Instant expiry = Optional.ofNullable(token.getExpiresAt()).orElseGet(clock::instant);
        jdbc.sql("""
                INSERT INTO spent_refresh_token (hash, authorization_id, expires_at) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)""")
                .params(hash(token.getTokenValue()), authorizationId, LocalDateTime.ofInstant(expiry, ZoneOffset.UTC))
                .update();
    }

    /** The authorization whose exchanged refresh token this was. */
    Optional<String> authorizationOf(String tokenValue) {
        return jdbc.sql("SELECT authorization_id FROM spent_refresh_token WHERE hash = ?")
                .param(hash(tokenValue))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String tokenValue) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tokenValue.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JDK lacks SHA-256", impossible);
        }
    }
}
