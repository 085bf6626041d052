package org.yilianti.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yilianti.local.database.DatabaseAccess;

/** A store of the first version goes on with its accounts, though the audit trail has tables of its own now. */
class UpgradeTests {

    @Test
    void aStoreOfTheFirstVersionKeepsItsAccountsAndGetsTheTrail() {
        DatabaseAccess schema = RunningGateway.newSchema();
        DriverManagerDataSource database =
                new DriverManagerDataSource(schema.jdbcUrl(), schema.user(), schema.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        JdbcClient.create(database).sql("""
                        INSERT INTO account (name, kind, association_id, display_name, password, created_at) VALUES
                        ('veteran', 'person', UNHEX('01990000000070008000000000000001'), 'V', '{noop}long ago', NOW())""").update();

        try (RunningGateway gateway = RunningGateway.start(
                schema,
                Map.of(
                        "gateway.routing.staff-uris", "http://127.0.0.1:1",
                        "gateway.routing.rotation-uris", "http://127.0.0.1:1"))) {
            Caller caller = new Caller(gateway.uri());
            assertThat(Caller.location(caller.signIn("veteran", "long ago"))).doesNotContain("error");
            assertThat(gateway.bean(JdbcClient.class)
                            .sql("SELECT action FROM audit_entry")
                            .query(String.class)
                            .list())
                    .as("seeded nothing, told the sign-in")
                    .containsExactly("sign-in.accepted");
        }
    }
}
