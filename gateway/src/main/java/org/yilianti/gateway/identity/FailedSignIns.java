package org.yilianti.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
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
                        .params(name, now())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Counts one more failure and locks the name when there were enough. */
    void count(String name) {
        jdbc.sql("DELETE FROM failed_sign_in WHERE last_at < ?")
                .param(now().minus(FORGOTTEN_AFTER))
                .update();
        jdbc.sql("""
                INSERT INTO failed_sign_in (name, failures, last_at) VALUES (?, 1, ?)
                ON DUPLICATE KEY UPDATE failures = failures + 1, last_at = VALUES(last_at)""").params(name, now()).update();
        int failures = jdbc.sql("SELECT failures FROM failed_sign_in WHERE name = ?")
                .param(name)
                .query(Integer.class)
                .optional()
                .orElse(1);
        Duration lock = settings.lockAfter(failures);
        if (lock.isPositive()) {
            jdbc.sql("UPDATE failed_sign_in SET locked_until = ? WHERE name = ?")
                    .params(now().plus(lock), name)
                    .update();
        }
    }

    void forget(String name) {
        jdbc.sql("DELETE FROM failed_sign_in WHERE name = ?").param(name).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
