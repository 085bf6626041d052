package org.yilianti.rotation.directory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.Recorded;

/**
 * The state of knowledge a query is asked for: what this service knows now, or what it knew at a time. Known means heard and applied
 * here; what staff-service knew earlier and had not told yet was not known.
 *
 * @param at null for now
 */
public record Knowledge(@Nullable Instant at) {

    public static final Knowledge NOW = new Knowledge(null);

    /** All rows of a table about these members, as known then. */
    StatementSpec about(JdbcClient jdbc, String table, String memberColumn, UUID association, Collection<UUID> ids) {
        String from = at == null
                ? "select t.* from %s t where ".formatted(table)
                : "select t.* from %s_history t where %s and ".formatted(table, Recorded.knownAtSql("t"));
        StatementSpec query = jdbc.sql(from + "t.association_id = :association and t." + memberColumn + " in (:ids)")
                .param("association", Ids.bytes(association))
                .param("ids", ids.stream().map(Ids::bytes).toList());
        return at == null ? query : query.param("knownAt", Timestamp.from(at));
    }
}
