package org.yilianti.incentive.appropriation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** What appropriations give to performance pay. */
@Component
public class PoolFundings {

    private final JdbcClient jdbc;

    PoolFundings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The funding; refuses (404) when the association has none of this id. */
    public PoolFunding get(UUID association, UUID id) {
        return one(association, id, "");
    }

    /** As {@link #get}, locked until the end of the transaction. */
    PoolFunding lock(UUID association, UUID id) {
        return one(association, id, " for update");
    }

    private PoolFunding one(UUID association, UUID id, String locking) {
        return withParts(jdbc.sql("select * from pool_funding where association_id = ? and id = ?" + locking)
                        .params(Ids.bytes(association), Ids.bytes(id))
                        .query(PoolFundings::funding)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("appropriation.funding-not-found", id));
    }

    /** A page of fundings, oldest first. */
    public List<PoolFunding> list(UUID association, PageRequest page) {
        return withParts(jdbc.sql("select * from pool_funding where association_id = ? and id > ? order by id limit ?")
                .params(Ids.bytes(association), page.afterId(), page.fetchSize())
                .query(PoolFundings::funding)
                .list());
    }

    private List<PoolFunding> withParts(List<PoolFunding> fundings) {
        if (fundings.isEmpty()) {
            return fundings;
        }
        Map<UUID, List<PoolFunding.Part>> parts = new HashMap<>();
        jdbc.sql("select * from pool_funding_part where funding_id in (:ids) order by funding_id, position")
                .param("ids", fundings.stream().map(one -> Ids.bytes(one.id())).toList())
                .query(row -> {
                    parts.computeIfAbsent(Ids.uuid(row.getBytes("funding_id")), id -> new ArrayList<>())
                            .add(part(row));
                });
        return fundings.stream()
                .map(one -> withParts(one, parts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static PoolFunding withParts(PoolFunding one, List<PoolFunding.Part> parts) {
        return new PoolFunding(
                one.id(),
                one.association(),
                one.version(),
                one.month(),
                one.kind(),
                one.name(),
                parts,
                one.status(),
                one.requestedBy(),
                one.requestedAt(),
                one.decidedBy(),
                one.decidedAt(),
                one.reason(),
                one.pool());
    }

    void insert(PoolFunding one) {
        jdbc.sql("""
                        insert into pool_funding (id, association_id, version, month, kind, name, status, requested_by,
                            requested_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(one.id()),
                        Ids.bytes(one.association()),
                        one.version(),
                        one.month().toString(),
                        one.kind().code(),
                        one.name(),
                        one.status().code(),
                        one.requestedBy(),
                        Timestamp.from(one.requestedAt()))
                .update();
        for (int position = 0; position < one.parts().size(); position++) {
            insert(one, position, one.parts().get(position));
        }
    }

    private void insert(PoolFunding one, int position, PoolFunding.Part part) {
        jdbc.sql("""
                        insert into pool_funding_part (funding_id, position, association_id, appropriation_id, institution_code,
                            purpose, amount_fen) values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(one.id()),
                        position,
                        Ids.bytes(one.association()),
                        Ids.bytes(part.appropriation()),
                        part.institutionCode(),
                        part.purpose(),
                        part.amount().fen())
                .update();
    }

    /** Keeps that a part is recorded as a use. */
    void recorded(PoolFunding one, PoolFunding.Part part, UUID use) {
        jdbc.sql("update pool_funding_part set use_id = ? where funding_id = ? and position = ?")
                .params(Ids.bytes(use), Ids.bytes(one.id()), one.parts().indexOf(part))
                .update();
    }

    void decide(PoolFunding one) {
        Instant at = one.decidedAt();
        PayPoolId pool = one.pool();
        jdbc.sql("""
                        update pool_funding set version = ?, status = ?, decided_by = ?, decided_at = ?, reason = ?, pool_id = ?
                        where id = ? and status = 'requested'
                        """)
                .param(one.version())
                .param(one.status().code())
                .param(one.decidedBy())
                .param(at == null ? null : Timestamp.from(at))
                .param(one.reason())
                .param(pool == null ? null : pool.bytes())
                .param(Ids.bytes(one.id()))
                .update();
    }

    private static PoolFunding.Part part(ResultSet row) throws SQLException {
        return new PoolFunding.Part(
                Ids.uuid(row.getBytes("appropriation_id")),
                row.getString("institution_code"),
                row.getString("purpose"),
                Money.ofFen(row.getLong("amount_fen")));
    }

    private static PoolFunding funding(ResultSet row, int number) throws SQLException {
        byte @Nullable [] pool = row.getBytes("pool_id");
        Timestamp decided = row.getTimestamp("decided_at");
        return new PoolFunding(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                YearMonth.parse(row.getString("month")),
                new PayKind(row.getString("kind")),
                row.getString("name"),
                List.of(),
                PoolFunding.Status.of(row.getString("status")),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"),
                pool == null ? null : new PayPoolId(Ids.uuid(pool)));
    }
}
