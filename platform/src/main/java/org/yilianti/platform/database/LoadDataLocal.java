package org.yilianti.platform.database;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.springframework.jdbc.core.ConnectionCallback;

/**
 * LOAD DATA LOCAL of rows of this process: the server neither parses statements nor makes an expression of every value.
 *
 * <p>With LOCAL the server skips what it cannot take and adapts what does not fit, and says so in warnings; here that is a failure, as it
 * is of an INSERT. A server may ask the driver for any file in place of the one named: the driver is let only while it has the rows to
 * send (see {@code allowLoadLocalInfileInPath} in platform.yml).
 */
record LoadDataLocal(String statement, LoadedRows rows) implements ConnectionCallback<Integer> {

    @Override
    public Integer doInConnection(Connection connection) throws SQLException {
        RuntimeProperty<Boolean> allowed = connection
                .unwrap(JdbcConnection.class)
                .getPropertySet()
                .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
        try (Statement local = connection.createStatement()) {
            allowed.setValue(true);
            JdbcStatement driver = local.unwrap(JdbcStatement.class);
            driver.setLocalInfileInputStream(rows);
            int taken = local.executeUpdate(statement);
            driver.setLocalInfileInputStream(null);
            rows.requireWhole();
            SQLWarning warning = local.getWarnings();
            if (warning != null) {
                throw new SQLIntegrityConstraintViolationException(
                        warning.getMessage(), "23000", warning.getErrorCode(), warning);
            }
            if (taken != rows.count()) {
                throw new SQLIntegrityConstraintViolationException(
                        "the server took %d of %d rows".formatted(taken, rows.count()), "23000");
            }
            return taken;
        } finally {
            allowed.setValue(false);
        }
    }
}
