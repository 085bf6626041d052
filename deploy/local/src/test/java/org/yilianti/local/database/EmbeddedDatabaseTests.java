package org.yilianti.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.local.process.Ports;
import org.yilianti.local.process.ProcessRecords;

class EmbeddedDatabaseTests {

    private static final String PASSWORD = "a-password-for-this-test";

    @TempDir
    Path directory;

    private int port;
    private EmbeddedDatabase database;

    @BeforeEach
    void startDatabase() {
        port = Ports.free(1).getFirst();
        database = new EmbeddedDatabase(
                DatabaseEngine.named(System.getProperty("infrastructure.database", "mariadb")),
                Path.of(System.getProperty("infrastructure.directory", "target/infrastructure"), "engines"),
                directory.resolve("database"),
                port,
                PASSWORD,
                directory.resolve("database.log"),
                new ProcessRecords(directory.resolve("processes")));
        database.start();
    }

    @AfterEach
    void stopDatabase() {
        database.process().kill();
    }

    @Test
    void committedDataSurviveAKillAndAnOrderlyStop() throws SQLException {
        DatabaseAccess access = database.schemas().ensure("ledger", PASSWORD);
        change(access, "CREATE TABLE entry (id BIGINT PRIMARY KEY)");
        change(access, "INSERT INTO entry VALUES (1)");

        database.process().kill();
        assertThat(Ports.isListening(port)).isFalse();
        database.start();
        change(access, "INSERT INTO entry VALUES (2)");
        database.process().stop(Duration.ofSeconds(20));
        database.start();

        assertThat(count(access, "SELECT COUNT(*) FROM entry")).isEqualTo(2);
    }

    @Test
    void nobodyComesInWithoutTheRightPassword() {
        assertThatThrownBy(() -> connect(new DatabaseAccess(url(), EmbeddedDatabase.ADMINISTRATOR, "")))
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> connect(new DatabaseAccess(url(), "", ""))).hasMessageContaining("denied");
        assertThatThrownBy(() -> connect(new DatabaseAccess(url(), "nobody", "")))
                .hasMessageContaining("denied");
    }

    @Test
    void aUserOfOneSchemaSeesNoOtherEvenIfTheNameFitsTheUnderscore() throws SQLException {
        DatabaseAccess own = database.schemas().ensure("staff_service", PASSWORD);
        DatabaseAccess similar = database.schemas().ensure("staffxservice", PASSWORD);
        change(similar, "CREATE TABLE secret (id BIGINT PRIMARY KEY)");

        assertThatThrownBy(() -> count(own, "SELECT COUNT(*) FROM staffxservice.secret"))
                .hasMessageContaining("denied");
        assertThat(count(own, "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = 'staffxservice'"))
                .isZero();
    }

    @Test
    void theFileWithTheAdministratorsPasswordIsForTheOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("database/initial.sql")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private String url() {
        return "jdbc:mysql://127.0.0.1:%d/?useSSL=false&allowPublicKeyRetrieval=true".formatted(port);
    }

    private static void change(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
