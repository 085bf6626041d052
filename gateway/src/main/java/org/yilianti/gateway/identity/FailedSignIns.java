package org.yilianti.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Counts wrong passwords by the name that was typed, known or not, and locks a name for a while. */
@Repository
class FailedSignIns {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final Clock clock;

    FailedSignIns(JdbcClient jdbc, SignInSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    boolean locked(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM failed_sign_in WHERE name = ? AND locked_until > ?")
                        .params(key(name), now())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Counts one more failure and locks the name when there were enough.
     *
     * @return until when; null when it is not locked
     */
    @Nullable Instant count(String name) {
        jdbc.sql("""
                INSERT INTO failed_sign_in (name, failures, last_at) VALUES (?, 1, ?)
                ON DUPLICATE KEY UPDATE failures = failures + 1, last_at = VALUES(last_at)""").params(key(name), now()).update();
        int failures = jdbc.sql("SELECT failures FROM failed_sign_in WHERE name = ?")
                .param(key(name))
                .query(Integer.class)
                .optional()
                .orElse(1);
        Duration lock = settings.lockAfter(failures);
        if (!lock.isPositive()) {
            return null;
        }
        LocalDateTime until = now().plus(lock);
        jdbc.sql("UPDATE failed_sign_in SET locked_until = ? WHERE name = ?")
                .params(until, key(name))
                .update();
        return until.toInstant(ZoneOffset.UTC);
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetOld() {
        jdbc.sql("DELETE FROM failed_sign_in WHERE last_at < ?")
                .param(now().minus(FORGOTTEN_AFTER))
                .update();
    }

    void forget(String name) {
        jdbc.sql("DELETE FROM failed_sign_in WHERE name = ?").param(key(name)).update();
    }

    /** Names that differ only in case share their count: whoever guesses does not get more tries that way. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
