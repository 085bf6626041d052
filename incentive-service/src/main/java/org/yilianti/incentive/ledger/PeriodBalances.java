package org.yilianti.incentive.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** What accounts held at the begin of a period, what moved in it, and what they held at its end. */
@Component
public class PeriodBalances {

    private static final String SUMS = """
            sum(case when e.period < :period then l.debit_fen - l.credit_fen else 0 end) as opening,
            sum(case when e.period = :period then l.debit_fen else 0 end) as debit,
            sum(case when e.period = :period then l.credit_fen else 0 end) as credit
            from ledger_line l join ledger_entry e on e.id = l.entry_id
            where l.association_id = :association and e.period <= :period\
            """;

    private final JdbcClient jdbc;

    PeriodBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account in a period; a balance above zero is a debit.
     *
     * @param account such as {@code institution:T01}
     * @param closingFen opening + debit − credit
     */
    public record PeriodBalance(String account, long openingFen, long debitFen, long creditFen, long closingFen) {}

    /** All accounts by name; the payables of all people are one. */
    public List<PeriodBalance> trial(UUID association, YearMonth period) {
        return jdbc.sql(
                        "select l.account_kind, case when l.account_kind = 'payable' then '' else l.account_reference end as reference, "
                                + SUMS + " group by l.account_kind, reference order by l.account_kind, reference")
                .param("association", Ids.bytes(association))
                .param("period", period.toString())
                .query(PeriodBalances::balance)
                .list();
    }

    /** A page of the accounts of a kind, such as those of all people, by what they are kept for. */
    public List<PeriodBalance> ofKind(UUID association, YearMonth period, Account.Kind kind, PageRequest page) {
        return jdbc.sql("select l.account_kind, l.account_reference as reference, " + SUMS
                        + " and l.account_kind = :kind and (:first or l.account_reference > :after)"
                        + " group by l.account_kind, l.account_reference order by l.account_reference limit :size")
                .param("association", Ids.bytes(association))
                .param("period", period.toString())
                .param("kind", kind.code())
                .param("first", page.after() == null)
                .param("after", page.after() == null ? "" : page.after().text(0))
                .param("size", page.fetchSize())
                .query(PeriodBalances::balance)
                .list();
    }

    private static PeriodBalance balance(ResultSet row, int number) throws SQLException {
        long opening = row.getLong("opening");
        long debit = row.getLong("debit");
        long credit = row.getLong("credit");
        return new PeriodBalance(
                Account.name(row.getString("account_kind"), row.getString("reference")),
                opening,
                debit,
                credit,
                opening + debit - credit);
    }
}
