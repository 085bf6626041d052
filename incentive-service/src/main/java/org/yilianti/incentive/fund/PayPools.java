package org.yilianti.incentive.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;

/** The pools of an association. */
@Component
public class PayPools {

    private final JdbcClient jdbc;

    PayPools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pool; refuses (404) when the association has none of this id. */
    public PayPool get(UUID association, PayPoolId id) {
        return one(association, id, "");
    }

    /** As {@link #get}, locked until the end of the transaction. */
    PayPool lock(UUID association, PayPoolId id) {
        return one(association, id, " for update");
    }

    private PayPool one(UUID association, PayPoolId id, String locking) {
        return jdbc.sql("select * from pay_pool where association_id = ? and id = ?" + locking)
                .params(Ids.bytes(association), id.bytes())
                .query(PayPools::pool)
                .optional()
                .orElseThrow(() -> Refusal.notFound("fund.pool-not-found", id.value()));
    }

    /** A page of pools, oldest first. */
    public List<PayPool> list(UUID association, PageRequest page) {
        return jdbc.sql("select * from pay_pool where association_id = ? and id > ? order by id limit ?")
                .param(Ids.bytes(association))
                .param(page.afterId())
                .param(page.fetchSize())
                .query(PayPools::pool)
                .list();
    }

    void insert(PayPool pool) {
        jdbc.sql("""
                        insert into pay_pool (id, association_id, version, month, kind, name, source, amount_fen, status,
                            created_by, created_at, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(pool.id().bytes())
                .param(Ids.bytes(pool.association()))
                .param(pool.version())
                .param(pool.month().toString())
                .param(pool.kind().code())
                .param(pool.name())
                .param(pool.source())
                .param(pool.amount().fen())
                .param(pool.status().code())
                .param(pool.createdBy())
                .param(Timestamp.from(pool.createdAt()))
                .param(pool.decidedBy())
                .param(stored(pool.decidedAt()))
                .update();
    }

    void decide(PayPool pool) {
        jdbc.sql("""
                        update pay_pool set version = ?, status = ?, decided_by = ?, decided_at = ?, reason = ?
                        where id = ? and status = 'proposed'
                        """)
                .param(pool.version())
                .param(pool.status().code())
                .param(pool.decidedBy())
                .param(stored(pool.decidedAt()))
                .param(pool.reason())
                .param(pool.id().bytes())
                .update();
    }

    private static @Nullable Timestamp stored(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static PayPool pool(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new PayPool(
                new PayPoolId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                YearMonth.parse(row.getString("month")),
                new PayKind(row.getString("kind")),
                row.getString("name"),
                row.getString("source"),
                Money.ofFen(row.getLong("amount_fen")),
                PayPool.Status.of(row.getString("status")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
