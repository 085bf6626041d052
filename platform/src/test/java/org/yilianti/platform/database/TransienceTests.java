package org.yilianti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

class TransienceTests {

    private static UncategorizedSQLException mysql(int code) {
        return new UncategorizedSQLException("task", "sql", new SQLException("text", "HY000", code));
    }

    @Test
    void aBusyFullOrAbsentDatabasePassesByItselfWhateverWrapsIt() {
        assertThat(Transience.isTransient(new CannotAcquireLockException("deadlock")))
                .isTrue();
        assertThat(Transience.isTransient(new IllegalStateException(new CannotAcquireLockException("deadlock"))))
                .isTrue();
        assertThat(Transience.isTransient(new CannotCreateTransactionException("away")))
                .isTrue();
        assertThat(Transience.isTransient(mysql(1114))).as("table full").isTrue();
        assertThat(Transience.isTransient(mysql(1290))).as("read-only").isTrue();
    }

    @Test
    void aWrongStatementOrABrokenRuleComesAgain() {
        assertThat(Transience.isTransient(new DataIntegrityViolationException("check")))
                .isFalse();
        assertThat(Transience.isTransient(new UnexpectedRollbackException("inner failure")))
                .isFalse();
        assertThat(Transience.isTransient(mysql(3819)))
                .as("check violated on MySQL")
                .isFalse();
    }

    @Test
    void aLockThatIsHeldIsRecognisedOnBothDatabases() {
        assertThat(Transience.isLocked(mysql(3572))).as("MySQL").isTrue();
        assertThat(Transience.isLocked(new CannotAcquireLockException("x", new SQLException("x", "40001", 1205))))
                .isTrue();
        assertThat(Transience.isLocked(mysql(1114))).isFalse();
    }
}
