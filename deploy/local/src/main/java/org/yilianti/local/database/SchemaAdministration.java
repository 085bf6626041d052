package org.yilianti.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates and drops schemas with their users, on any server whose administrator we are; holds no connection. */
public final class SchemaAdministration {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern URL = Pattern.compile("(?<server>jdbc:mysql://[^/?]+)/?(\\?(?<options>.*))?");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,}");
    private static final String OPTIONS =
            "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true";

    private final String server;
    private final String options;
    private final String administrator;
    private final String password;

    /**
     * @param url the JDBC address of the server, with its own options but without a schema
     * @throws IllegalArgumentException if it is no such address
     */
    public SchemaAdministration(String url, String administrator, String password) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not like jdbc:mysql://host:3306 or jdbc:mysql://host:3306/?option=value".formatted(url));
        }
        String own = matcher.group("options");
        this.server = matcher.group("server");
        this.options = own == null ? OPTIONS : OPTIONS + "&" + own;
        this.administrator = administrator;
        this.password = password;
    }

    /** Returns the address of the server. */
    public String server() {
        return server;
    }

    /** Checks that the server lets the administrator in, and throws the driver's reason if it does not. */
    public void check() throws SQLException {
        connect().close();
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
        return access(schema, userPassword);
    }

    /** Returns how the schema is reached, whether it exists or not. */
    public DatabaseAccess access(String schema, String userPassword) {
        return new DatabaseAccess(server + "/" + schema + options, schema, userPassword);
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
        return DriverManager.getConnection(server + "/" + options, administrator, password);
    }

    private static void requireMatch(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("Not fit for %s: it must match %s".formatted(what, pattern));
        }
    }
}
