package org.yilianti.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.yilianti.local.database.DatabaseAccess;

class TestInfrastructureTests {

    @Test
    void aSchemaIsEmptyAndItsUserCanDoAnythingInIt() throws SQLException {
        DatabaseAccess access = TestInfrastructure.shared().newSchema("local");

        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id BIGINT PRIMARY KEY, text VARCHAR(20) NOT NULL)");
            statement.execute("INSERT INTO note VALUES (1, '医联体')");
            assertThat(firstValue(statement, "SELECT text FROM note")).isEqualTo("医联体");
        }
    }

    @Test
    void theUserOfOneSchemaCannotReadAnother() throws SQLException {
        DatabaseAccess own = TestInfrastructure.shared().newSchema("local");
        DatabaseAccess other = TestInfrastructure.shared().newSchema("local");
        try (Connection connection = connect(other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE secret (id BIGINT PRIMARY KEY)");
        }

        try (Connection connection = connect(own);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM %s.secret".formatted(other.user())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.execute("SELECT * FROM mysql.user"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void theDatabaseIsStrictAndSpeaksUtcAndAllOfUnicode() throws SQLException {
        try (Connection connection = connect(TestInfrastructure.shared().newSchema("local"));
                Statement statement = connection.createStatement()) {
            assertThat(firstValue(statement, "SELECT @@sql_mode"))
                    .contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES", "NO_ZERO_DATE");
            assertThat(firstValue(statement, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(firstValue(statement, "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())"))
                    .isEqualTo("0");
        }
    }

    @Test
    void theBrokerServesClientsAndCreatesNoTopicByAccident() throws Exception {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", TestInfrastructure.shared().bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody.declared-this"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aPrefixThatDoesNotFitIsRefusedWithTheReason() {
        assertThatThrownBy(() -> TestInfrastructure.shared().newSchema("much-too-long-a-prefix"))
                .hasMessageContaining("longer than 16");
        assertThatThrownBy(() -> TestInfrastructure.shared().newSchema("x`; DROP"))
                .hasMessageContaining("must match");
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    private static String firstValue(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
