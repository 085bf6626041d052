package org.yilianti.rotation.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;

/** The delegations, and what power they come to. */
@Repository
public class Delegations {

    /** Longest chain of hands that power may pass through. */
    static final int LONGEST_CHAIN = 3;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Delegations(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** In whose place the account may decide on {@code day}; every link of a chain must hold on that day. */
    List<Mandate> mandates(UUID association, String account, LocalDate day) {
        List<Mandate> mandates = new ArrayList<>();
        for (Delegation delegation : heldBy(association, account, day)) {
            chain(delegation, day).ifPresent(chain -> mandates.add(mandate(chain)));
        }
        return mandates;
    }

    /** The delegations under which the account may decide on {@code day}, newest first. */
    List<Delegation> heldBy(UUID association, String account, LocalDate day) {
        return jdbc.sql("""
                        select * from practice_delegation where association_id = :association and delegate = :account
                            and revoked_at is null and valid_from <= :day and valid_to > :day order by id desc
                        """)
                .param("association", Ids.bytes(association))
                .param("account", account)
                .param("day", day)
                .query(Delegations::delegation)
                .list();
    }

    /** The links from this delegation up to the one that rests on a grant; empty when one of them does not hold on {@code day}. */
    Optional<List<Delegation>> chain(Delegation first, LocalDate day) {
        List<Delegation> chain = new ArrayList<>(List.of(first));
        UUID parent = first.parentId();
        while (parent != null) {
            Delegation next = find(first.association(), parent)
                    .filter(one -> one.revokedAt() == null && one.period().contains(day))
                    .orElse(null);
            if (next == null || chain.size() >= LONGEST_CHAIN) {
                return Optional.empty();
            }
            chain.add(next);
            parent = next.parentId();
        }
        return Optional.of(chain);
    }

    public Optional<Delegation> find(UUID association, UUID id) {
        return jdbc.sql("select * from practice_delegation where association_id = :association and id = :id")
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(Delegations::delegation)
                .optional();
    }

    /** Those the account has a part in, or all of the association. */
    public List<Delegation> list(UUID association, @Nullable String account, PageRequest page) {
        var after = page.after();
        return jdbc.sql("""
                        select * from practice_delegation where association_id = :association
                            and (:account is null or :account in (delegator, delegate, appointed_by))
                            and (:after is null or id > :after) order by id limit :limit
                        """)
                .param("association", Ids.bytes(association))
                .param("account", account)
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(Delegations::delegation)
                .list();
    }

    void insert(Delegation one) {
        batches.update(
                """
                insert into practice_delegation (id, association_id, delegator, delegator_staff_no, delegate, appointed_by, role,
                    institution_code, valid_from, valid_to, parent_id, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(one.id()),
                Ids.bytes(one.association()),
                one.delegator(),
                one.delegatorStaffNo(),
                one.delegate(),
                one.appointedBy(),
                one.role().claim(),
                one.institutionCode(),
                one.period().from(),
                one.period().to(),
                Ids.bytesOrNull(one.parentId()),
                one.reason());
    }

    void revoke(UUID id, Instant at) {
        batches.update(
                "update practice_delegation set revoked_at = ? where id = ? and revoked_at is null",
                Timestamp.from(at),
                Ids.bytes(id));
    }

    /** Everybody through whose hands the power came counts, administrators who appointed a substitute included. */
    private static Mandate mandate(List<Delegation> chain) {
        Set<String> accounts = new LinkedHashSet<>();
        Set<String> staffNos = new LinkedHashSet<>();
        for (Delegation link : chain) {
            accounts.add(link.delegator());
            accounts.add(link.appointedBy());
            Optional.ofNullable(link.delegatorStaffNo()).ifPresent(staffNos::add);
        }
        Delegation first = chain.getFirst();
        return new Mandate(first.role(), first.institutionCode(), List.copyOf(accounts), Set.copyOf(staffNos));
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new Delegation(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getString("delegator"),
                row.getString("delegator_staff_no"),
                row.getString("delegate"),
                row.getString("appointed_by"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("institution_code"),
                new DatePeriod(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                Ids.uuidOrNull(row.getBytes("parent_id")),
                row.getString("reason"),
                revoked == null ? null : revoked.toInstant());
    }
}
