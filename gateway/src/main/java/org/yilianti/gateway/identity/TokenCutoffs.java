package org.yilianti.gateway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Refuses access tokens issued before their account was closed or its password changed.
 *
 * <p>Asked on every call, so it keeps the few names in memory: those whose cut is younger than the lifetime of a token. The
 * replica that makes a cut knows it at once, the others within about a second.
 */
@Component
class TokenCutoffs implements OAuth2TokenValidator<Jwt> {

    private static final Logger log = LoggerFactory.getLogger(TokenCutoffs.class);
    private static final OAuth2TokenValidatorResult ENDED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the account was closed or its password changed", null));

    private final JdbcClient jdbc;
    private final IssuerSettings settings;
    private final Clock clock;
    private final Map<String, Instant> cutoffs = new ConcurrentHashMap<>();

    TokenCutoffs(JdbcClient jdbc, IssuerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant cutoff = cutoffs.get(token.getSubject());
        Instant issued = token.getIssuedAt();
        boolean counts = cutoff == null || (issued != null && !issued.isBefore(cutoff));
        return counts ? OAuth2TokenValidatorResult.success() : ENDED;
    }

    void set(String name, Instant tokensFrom) {
        cutoffs.put(name, tokensFrom);
    }

    /** Learns what other replicas did and forgets what no living token is older than. */
    @Scheduled(fixedDelayString = "PT1S")
    void reload() {
        Instant oldest = clock.instant().minus(settings.accessTokenTtl()).minusSeconds(60);
        try {
            jdbc.sql("SELECT name, tokens_from FROM account WHERE tokens_from > ?")
                    .param(LocalDateTime.ofInstant(oldest, ZoneOffset.UTC))
                    .query(this::learn);
            cutoffs.values().removeIf(cutoff -> cutoff.isBefore(oldest));
        } catch (DataAccessException unreachable) {
            log.warn("cuts of tokens by other replicas are not known at the moment: {}", unreachable.getMessage());
        }
    }

    private void learn(ResultSet row) throws SQLException {
        cutoffs.put(
                row.getString("name"),
                row.getObject("tokens_from", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
