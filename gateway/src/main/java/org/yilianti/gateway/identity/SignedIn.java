package org.yilianti.gateway.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Everything by which an account is signed in: browser sessions, codes and refresh tokens, and access tokens that are out.
 *
 * <p>A token tells its time of issue in whole seconds. Where the account goes on, those of the running second stay valid, so
 * that signing in anew works at once; where it is closed, they do not.
 */
@Repository
class SignedIn {

    private final JdbcClient jdbc;
    private final TokenCutoffs cutoffs;
    private final Clock clock;

    SignedIn(JdbcClient jdbc, TokenCutoffs cutoffs, Clock clock) {
        this.jdbc = jdbc;
        this.cutoffs = cutoffs;
        this.clock = clock;
    }

    /** Ends all of it, in the transaction of the cause; whoever knows the password may sign in anew. */
    void end(String name) {
        end(name, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same for an account that is closed in this transaction. */
    void endForGood(String name) {
        end(name, clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    }

    private void end(String name, Instant tokensFrom) {
        jdbc.sql("UPDATE account SET tokens_from = ? WHERE name = ?")
                .params(LocalDateTime.ofInstant(tokensFrom, ZoneOffset.UTC), name)
                .update();
        jdbc.sql("DELETE FROM oauth2_authorization WHERE principal_name = ?")
                .param(name)
                .update();
        jdbc.sql("DELETE FROM SPRING_SESSION WHERE PRINCIPAL_NAME = ?")
                .param(name)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cutoffs.set(name, tokensFrom);
            }
        });
    }
}
