package org.yilianti.incentive.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
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
        return jdbc.sql("select * from pay_pool where association_id = ? and id = ?")
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
                        insert into pay_pool (id, association_id, version, month, kind, name, source, amount_fen, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(pool.id().bytes())
                .param(Ids.bytes(pool.association()))
                .param(pool.version())
                .param(pool.month().toString())
                .param(pool.kind().code())
                .param(pool.name())
                .param(pool.source())
                .param(pool.amount().fen())
                .param(pool.createdBy())
                .param(Timestamp.from(pool.createdAt()))
                .update();
    }

    private static PayPool pool(ResultSet row, int number) throws SQLException {
        return new PayPool(
                new PayPoolId(Ids.uuid(row.getBytes("id"))),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                YearMonth.parse(row.getString("month")),
                new PayKind(row.getString("kind")),
                row.getString("name"),
                row.getString("source"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }
}
