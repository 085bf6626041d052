package org.yilianti.platform.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.database.Transience;
import org.yilianti.platform.problem.Refusal;

/** The table of keys: claims a key within the caller's transaction, or finds what it was used for. */
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the key for this transaction.
     *
     * @return empty when the key is new and now ours; the stored answer when it was served before
     * @throws Refusal 409 while a request with the key is in flight
     */
    Optional<StoredAnswer> claim(String caller, String key) {
        Optional<StoredAnswer> served = find(caller, key);
        if (served.isPresent()) {
            return served;
        }
        try {
            jdbc.sql("insert into idempotency_key (caller, idempotency_key, created_at) values (?, ?, ?)")
                    .params(caller, key, Timestamp.from(clock.instant()))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException servedMeanwhile) {
            return find(caller, key);
        } catch (PessimisticLockingFailureException rivals) {
            // Several waited for one that gave the key up: InnoDB lets one through and breaks the others off as a
            // deadlock.
            throw Refusal.conflict("idempotency.in-flight");
        }
    }

    /** Keeps the answer beside its effect, in the same transaction. */
    void store(String caller, String key, StoredAnswer answer) {
        jdbc.sql("""
                        update idempotency_key
                        set request_hash = ?, status = ?, content_type = ?, location = ?, etag = ?, body = ?
                        where caller = ? and idempotency_key = ?
                        """)
                .param(answer.requestHash())
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.etag())
                .param(answer.body())
                .param(caller)
                .param(key)
                .update();
    }

    /** Forgets keys older than {@code retention}, a bounded number at a time; gives the number. */
    int purge(Duration retention) {
        return jdbc.sql("delete from idempotency_key where created_at < ? limit 5000")
                .param(Timestamp.from(clock.instant().minus(retention)))
                .update();
    }

    /** The lock finds a row that another transaction has inserted and not yet committed; a plain read would not. */
    private Optional<StoredAnswer> find(String caller, String key) {
        try {
            return jdbc.sql("""
                            select request_hash, status, content_type, location, etag, body from idempotency_key
                            where caller = ? and idempotency_key = ? for update nowait
                            """)
                    .params(caller, key)
                    .query(IdempotencyKeys::answer)
                    .optional();
        } catch (DataAccessException failure) {
            if (Transience.isLocked(failure)) {
                throw Refusal.conflict("idempotency.in-flight");
            }
            throw failure;
        }
    }

    private static StoredAnswer answer(ResultSet row, int number) throws SQLException {
        return new StoredAnswer(
                row.getBytes("request_hash"),
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body"));
    }
}
