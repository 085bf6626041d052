package org.yilianti.incentive.payrun;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Moves rows of a table between the database and a file as fast as the database allows: streaming reads and LOAD DATA. */
final class BulkTable {

    private static final int BUFFER = 1 << 20;
    private static final String FORMAT =
            " character set binary fields terminated by '\\t' escaped by '\\\\' lines terminated by '\\n' ";

    private final Connection database;

    BulkTable(Connection database) {
        this.database = database;
    }

    /** Reads all rows to their last byte and forgets them; returns how many bytes there were. */
    long read(String sql) throws SQLException {
        long bytes = 0;
        try (Statement statement = streaming();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    byte[] value = rows.getBytes(i);
                    bytes += value == null ? 0 : value.length;
                }
            }
        }
        return bytes;
    }

    /** Writes all rows into a file that {@link #load} takes. */
    void dump(String sql, Path file) throws SQLException, IOException {
        try (Statement statement = streaming();
                ResultSet rows = statement.executeQuery(sql);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    field(out, rows.getBytes(i));
                    out.write(i == columns ? '\n' : '\t');
                }
            }
        }
    }

    private Statement streaming() throws SQLException {
        Statement statement = database.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(Integer.MIN_VALUE);
        return statement;
    }

    /** A value as LOAD DATA reads it; \N stands for none. */
    static void field(OutputStream out, byte[] value) {
        try {
            if (value == null) {
                out.write('\\');
                out.write('N');
                return;
            }
            for (byte one : value) {
                switch (one) {
                    case '\\', '\t', '\n' -> {
                        out.write('\\');
                        out.write(one);
                    }
                    case 0 -> {
                        out.write('\\');
                        out.write('0');
                    }
                    default -> out.write(one);
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void load(Path file, String table) throws SQLException {
        load(file, table, "");
    }

    void load(Path file, String table, String columns) throws SQLException {
        execute(List.of("load data local infile '" + file + "' into table " + table + FORMAT + columns));
    }

    void execute(List<String> statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The single number that a question gives. */
    long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
