package org.yilianti.platform.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.PolicyVersion.Standing;
import org.yilianti.platform.time.Recorded;
import org.yilianti.platform.web.PageRequest;

/** Proposed, approved and refused versions in the database. */
class PolicyVersions {

    private static final String COLUMNS = """
            select id, name, version, valid_from, settings, reason, standing, proposed_at, proposed_by, decided_at, decided_by,
                decision_reason
            from policy_version
            """;

    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that holds on {@code day} as known at {@code knownAt}; empty when the standard does. */
    Optional<PolicyVersion> inForce(UUID association, String name, LocalDate day, Instant knownAt) {
        return jdbc.sql(COLUMNS + """
                        where association_id = :association and name = :name and version is not null and valid_from <= :day
                            and decided_at <= :knownAt
                        order by version desc limit 1
                        """)
                .param("association", Ids.bytes(association))
                .param("name", name)
                .param("day", day)
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .query(PolicyVersions::version)
                .optional();
    }

    /** All approved by {@code knownAt}, in the order of their numbers. */
    List<PolicyVersion> approved(UUID association, String name, Instant knownAt) {
        return jdbc.sql(COLUMNS + """
                        where association_id = :association and name = :name and version is not null and decided_at <= :knownAt
                        order by version
                        """)
                .param("association", Ids.bytes(association))
                .param("name", name)
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .query(PolicyVersions::version)
                .list();
    }

    /** All that was ever proposed for the policy, newest first. */
    List<PolicyVersion> history(UUID association, String name, PageRequest page) {
        return jdbc.sql(COLUMNS + """
                        where association_id = :association and name = :name and (:after is null or id < :after)
                        order by id desc limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("name", name)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(PolicyVersions::version)
                .list();
    }

    void add(UUID association, PolicyVersion proposal) {
        jdbc.sql("""
                        insert into policy_version (id, association_id, name, valid_from, settings, reason, standing, proposed_at,
                            proposed_by)
                        values (:id, :association, :name, :validFrom, :settings, :reason, :standing, :proposedAt, :proposedBy)
                        """)
                .param("id", Ids.bytes(proposal.id()))
                .param("association", Ids.bytes(association))
                .param("name", proposal.name())
                .param("validFrom", proposal.validFrom())
                .param("settings", proposal.settings())
                .param("reason", proposal.reason())
                .param("standing", column(proposal.standing()))
                .param("proposedAt", Timestamp.from(proposal.proposedAt()))
                .param("proposedBy", proposal.proposedBy())
                .update();
    }

    Optional<PolicyVersion> find(UUID association, UUID id) {
        return proposal(association, id, "");
    }

    /**
     * Reads a proposal and keeps others from deciding it, and any other of its policy, until the transaction ends. The policy's first
     * proposal is locked before it, so that deciders of one policy come one after another and count its versions alone; locking all
     * of them by a key that holds the version would deadlock, as deciding moves rows in that key.
     */
    Optional<PolicyVersion> lock(UUID association, UUID id) {
        find(association, id).ifPresent(proposal -> jdbc.sql("""
                        select id from policy_version force index (policy_version_history)
                        where association_id = :association and name = :name order by id limit 1 for update
                        """)
                .param("association", Ids.bytes(association))
                .param("name", proposal.name())
                .query(byte[].class)
                .single());
        return proposal(association, id, " for update");
    }

    private Optional<PolicyVersion> proposal(UUID association, UUID id, String locking) {
        return jdbc.sql(COLUMNS + "where id = :id and association_id = :association" + locking)
                .param("id", Ids.bytes(id))
                .param("association", Ids.bytes(association))
                .query(PolicyVersions::version)
                .optional();
    }

    int lastVersion(UUID association, String name) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) from policy_version where association_id = :association and name = :name
                        """)
                .param("association", Ids.bytes(association))
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    void decide(UUID id, Standing standing, @Nullable Integer version, Instant at, String by, @Nullable String reason) {
        jdbc.sql("""
                        update policy_version set standing = :standing, version = :version, decided_at = :at, decided_by = :by,
                            decision_reason = :reason
                        where id = :id
                        """)
                .param("standing", column(standing))
                .param("version", version)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .param("id", Ids.bytes(id))
                .update();
    }

    private static String column(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static PolicyVersion version(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new PolicyVersion(
                Ids.uuid(row.getBytes("id")),
                row.getString("name"),
                row.getObject("version", Integer.class),
                row.getObject("valid_from", LocalDate.class),
                row.getString("settings"),
                row.getString("reason"),
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("proposed_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decided_by"),
                row.getString("decision_reason"));
    }
}
