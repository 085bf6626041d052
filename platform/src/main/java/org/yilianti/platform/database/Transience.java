package org.yilianti.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells failures that pass by themselves, since the database was busy, full or away, from those that come again. */
public final class Transience {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int LOCK_NOWAIT = 3572;

    /** Disk full, storage engine error, table full, lock wait, deadlock, read-only server, lock not available at once. */
    private static final Set<Integer> PASSING = Set.of(1021, 1030, 1114, LOCK_WAIT_TIMEOUT, 1213, 1290, LOCK_NOWAIT);

    private Transience() {}

    /** Whether {@code failure} or one of its causes says that trying again later can help. */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof TransactionTimedOutException
                    || (cause instanceof SQLException sql && PASSING.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code failure} says that another transaction holds a lock asked for with NOWAIT; MariaDB and MySQL differ. */
    public static boolean isLocked(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == LOCK_WAIT_TIMEOUT || sql.getErrorCode() == LOCK_NOWAIT)) {
                return true;
            }
        }
        return false;
    }
}
