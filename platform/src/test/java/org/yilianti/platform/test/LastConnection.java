package org.yilianti.platform.test;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Reads something while all connections of a service's pool but one are taken, as under load. Whoever holds a connection and waits for a
 * second one waits for those who do the same.
 */
public final class LastConnection {

    private LastConnection() {}

    /** What {@code reading} gives; fails when it needs two connections at once. */
    public static <T> T of(DataSource source, Supplier<T> reading) throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < pool.getMaximumPoolSize() - 1) {
                taken.add(pool.getConnection());
            }
            return reading.get();
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }
}
