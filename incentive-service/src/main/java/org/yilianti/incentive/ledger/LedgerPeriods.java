package org.yilianti.incentive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** The months in which an association posts; closed one after another and never opened again. */
@Component
public class LedgerPeriods {

    private static final String SUMS = """
            select p.*, (select count(*) from ledger_entry e where e.association_id = p.association_id and e.period = p.month) as entries,
                (select coalesce(sum(e.amount_fen), 0) from ledger_entry e
                    where e.association_id = p.association_id and e.period = p.month) as amount
            from ledger_period p where p.association_id = :association\
            """;

    private final JdbcClient jdbc;

    LedgerPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of periods that were ever posted in or closed, oldest first. */
    public List<LedgerPeriod> list(UUID association, PageRequest page) {
        return jdbc.sql(SUMS + " and p.month > :after order by p.month limit :size")
                .param("association", Ids.bytes(association))
                .param("after", page.after() == null ? "" : page.after().text(0))
                .param("size", page.fetchSize())
                .query(LedgerPeriods::period)
                .list();
    }

    /** A period as it is; one that nobody posted in is open and empty. */
    public LedgerPeriod get(UUID association, YearMonth month) {
        return jdbc.sql(SUMS + " and p.month = :month")
                .param("association", Ids.bytes(association))
                .param("month", month.toString())
                .query(LedgerPeriods::period)
                .optional()
                .orElseGet(() -> LedgerPeriod.untouched(month));
    }

    /** The month that a fact of {@code month} is posted in: that one, or the first after those closed; held open until the end of the transaction. */
    YearMonth holdOpen(UUID association, YearMonth month) {
        YearMonth candidate = lastClosed(association)
                .map(closed -> closed.plusMonths(1))
                .filter(first -> first.isAfter(month))
                .orElse(month);
        while (!lock(association, candidate)) {
            candidate = candidate.plusMonths(1);
        }
        return candidate;
    }

    Optional<YearMonth> lastClosed(UUID association) {
        return jdbc.sql(
                        "select month from ledger_period where association_id = ? and status = 'closed' order by month desc limit 1")
                .param(Ids.bytes(association))
                .query((row, number) -> YearMonth.parse(row.getString(1)))
                .optional();
    }

    /** Locks the month until the end of the transaction; whether it is open. */
    boolean lock(UUID association, YearMonth month) {
        jdbc.sql(
                        "insert into ledger_period (association_id, month, status) values (?, ?, 'open') on duplicate key update month = month")
                .params(Ids.bytes(association), month.toString())
                .update();
        return jdbc.sql("select status = 'open' from ledger_period where association_id = ? and month = ? for update")
                .params(Ids.bytes(association), month.toString())
                .query(Boolean.class)
                .single();
    }

    /** An earlier month that is open and was posted in. */
    Optional<YearMonth> openBefore(UUID association, YearMonth month) {
        return jdbc.sql("""
                        select p.month from ledger_period p where p.association_id = :association and p.status = 'open'
                            and p.month < :month and exists (select 1 from ledger_entry e
                                where e.association_id = p.association_id and e.period = p.month)
                        order by p.month limit 1
                        """)
                .param("association", Ids.bytes(association))
                .param("month", month.toString())
                .query((row, number) -> YearMonth.parse(row.getString(1)))
                .optional();
    }

    void requestClosing(UUID association, YearMonth month, String requester, Instant now) {
        jdbc.sql("update ledger_period set requested_by = ?, requested_at = ? where association_id = ? and month = ?")
                .params(requester, Timestamp.from(now), Ids.bytes(association), month.toString())
                .update();
    }

    void close(UUID association, YearMonth month, String closer, Instant now) {
        jdbc.sql(
                        "update ledger_period set status = 'closed', closed_by = ?, closed_at = ? where association_id = ? and month = ?")
                .params(closer, Timestamp.from(now), Ids.bytes(association), month.toString())
                .update();
    }

    private static LedgerPeriod period(ResultSet row, int number) throws SQLException {
        Timestamp requestedAt = row.getTimestamp("requested_at");
        Timestamp closedAt = row.getTimestamp("closed_at");
        return new LedgerPeriod(
                YearMonth.parse(row.getString("month")),
                row.getString("status"),
                row.getLong("entries"),
                row.getLong("amount"),
                row.getString("requested_by"),
                requestedAt == null ? null : requestedAt.toInstant(),
                row.getString("closed_by"),
                closedAt == null ? null : closedAt.toInstant());
    }
}
