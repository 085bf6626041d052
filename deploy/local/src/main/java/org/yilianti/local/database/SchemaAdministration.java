package org.yilianti.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Creates and drops schemas with their users, on any server whose administrator we are; holds no connection. */
public final class SchemaAdministration {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,}");
    private static final String OPTIONS =
            "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&useSSL=false&allowPublicKeyRetrieval=true"
                    + "&rewriteBatchedStatements=true";

    private final String server;
    private final String administrator;
    private final String password;

    /**
     * @param server the JDBC address of the server, without schema and options
     */
    public SchemaAdministration(String server, String administrator, String password) {
        this.server = server;
        this.administrator = administrator;
        this.password = password;
    }

    /** Whether the server lets the administrator in now. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Makes sure that the schema exists and that its user, who has the same name, comes in with this password.
     *
     * @param schema at most 32 small letters, digits and underscores: it is also a user's name
     * @param userPassword at least 16 letters, digits, underscores or hyphens
     */
    public DatabaseAccess ensure(String schema, String userPassword) throws SQLException {
        requireMatch(NAME, schema, "a schema");
        requireMatch(PASSWORD, userPassword, "a password");
        execute(List.of(
                "CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4".formatted(schema),
                "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'".formatted(schema, userPassword),
                "ALTER USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(schema, userPassword),
                // The underscore is a wildcard in a grant.
                "GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(schema.replace("_", "\\_"), schema)));
        return new DatabaseAccess(server + "/" + schema + OPTIONS, schema, userPassword);
    }

    /** Drops the schema with all its data, and its user; does nothing about what does not exist. */
    public void drop(String schema) throws SQLException {
        requireMatch(NAME, schema, "a schema");
        execute(List.of("DROP DATABASE IF EXISTS " + schema, "DROP USER IF EXISTS '%s'@'%%'".formatted(schema)));
    }

    /** Returns the names of all schemas that start so. */
    public List<String> namesStartingWith(String prefix) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT schema_name FROM information_schema.schemata")) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (name.startsWith(prefix)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server + "/" + OPTIONS, administrator, password);
    }

    private static void requireMatch(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not fit for %s: it must match %s".formatted(what, pattern));
        }
    }
}
