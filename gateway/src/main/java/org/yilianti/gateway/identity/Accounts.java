package org.yilianti.gateway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The table of accounts and their grants. */
@Repository
class Accounts {

    private static final String COLUMNS = "name, kind, association_id, display_name, staff_no, closed_at, version";

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT COUNT(*) FROM account").query(Long.class).single() == 0;
    }

    Optional<Account> find(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE name = ?")
                .param(name)
                .query(this::account)
                .optional();
    }

    /** The account, locked until the transaction ends. */
    Optional<Account> lock(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account WHERE name = ? FOR UPDATE")
                .param(name)
                .query(this::account)
                .optional();
    }

    /** Up to {@code limit} accounts of the association by name, those after {@code after}. */
    List<Account> list(UUID association, String after, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM account WHERE association_id = ? AND name > ? ORDER BY name LIMIT ?")
                .params(Ids.bytes(association), after, limit)
                .query(this::account)
                .list();
    }

    /** The encoded password of a person, empty for unknown names, closed accounts and machines. */
    Optional<String> password(String name) {
        return jdbc.sql("SELECT password FROM account WHERE name = ? AND kind = 'person' AND closed_at IS NULL")
                .param(name)
                .query(String.class)
                .optional();
    }

    void add(Account account, @Nullable String encodedPassword) {
        jdbc.sql("""
                        INSERT INTO account (name, kind, association_id, display_name, staff_no, password, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .param(account.name())
                .param(account.kind().name().toLowerCase(Locale.ROOT))
                .param(Ids.bytes(account.association()))
                .param(account.displayName())
                .param(account.staffNo())
                .param(encodedPassword)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        addGrants(account);
    }

    void changePassword(String name, String encoded) {
        jdbc.sql("UPDATE account SET password = ?, version = version + 1 WHERE name = ?")
                .params(encoded, name)
                .update();
    }

    void close(Account account, Instant at) {
        jdbc.sql("UPDATE account SET closed_at = ?, version = ? WHERE name = ?")
                .params(LocalDateTime.ofInstant(at, ZoneOffset.UTC), account.version(), account.name())
                .update();
    }

    void reopen(Account account) {
        jdbc.sql("UPDATE account SET closed_at = NULL, version = ? WHERE name = ?")
                .params(account.version(), account.name())
                .update();
    }

    /** Replaces the grants of the account by those that {@code account} carries. */
    void replaceGrants(Account account) {
        jdbc.sql("UPDATE account SET version = ? WHERE name = ?")
                .params(account.version(), account.name())
                .update();
        jdbc.sql("DELETE FROM account_grant WHERE account = ?")
                .param(account.name())
                .update();
        addGrants(account);
    }

    private void addGrants(Account account) {
        for (Grant grant : account.grants()) {
            for (String institution : grant.institutions()) {
                jdbc.sql("INSERT INTO account_grant (account, role, institution) VALUES (?, ?, ?)")
                        .params(account.name(), grant.role().claim(), institution)
                        .update();
            }
        }
    }

    private Account account(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new Account(
                name,
                Account.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("display_name"),
                row.getString("staff_no"),
                grants(name),
                row.getObject("closed_at") != null,
                row.getLong("version"));
    }

    private List<Grant> grants(String name) {
        return jdbc
                .sql("SELECT role, institution FROM account_grant WHERE account = ? ORDER BY role, institution")
                .param(name)
                .query((row, number) ->
                        new Grant(Grant.role(row.getString("role")), List.of(row.getString("institution"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Grant::role,
                        Collectors.flatMapping(grant -> grant.institutions().stream(), Collectors.toList())))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Grant(entry.getKey(), entry.getValue()))
                .toList();
    }
}
