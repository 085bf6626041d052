package org.yilianti.gateway.identity;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what can never be used again; the authorization server itself keeps every authorization for ever. */
@Component
class ExpiredAuthorizations {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExpiredAuthorizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In batches, so that no replica waits long for another's locks. */
    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void purge() {
        deleteAll("""
                DELETE FROM oauth2_authorization WHERE access_token_expires_at < ?
                AND (refresh_token_expires_at IS NULL OR refresh_token_expires_at < ?) LIMIT 1000""");
        deleteAll("""
                DELETE FROM oauth2_authorization WHERE access_token_expires_at IS NULL
                AND authorization_code_expires_at < ? AND authorization_code_expires_at < ? LIMIT 1000""");
        deleteAll("DELETE FROM signing_key WHERE verifies_until < ? AND verifies_until < ? LIMIT 1000");
        deleteAll("DELETE FROM spent_refresh_token WHERE expires_at < ? AND expires_at < ? LIMIT 1000");
    }

    private void deleteAll(String statement) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        int deleted;
        do {
            deleted = jdbc.sql(statement).params(now, now).update();
        } while (deleted == BATCH);
    }
}
